import { LanguageSwitch } from './language-switch';

/** `path`: the page the guest is on, to come back to after a change of language. */
export function SiteFooter({ path }: { path: string }) {
  return (
    <footer className="mx-auto w-full max-w-6xl px-4 pt-8 pb-[max(1.5rem,env(safe-area-inset-bottom))]">
      <LanguageSwitch path={path} />
    </footer>
  );
}
