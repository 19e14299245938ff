import { LanguageSwitch } from './language-switch';

/** `path` is the current page, where the language form leads back to. */
export function SiteFooter({ path }: { path: string }) {
  return (
    <footer className="mx-auto w-full max-w-6xl px-4 pt-8 pb-[max(1.5rem,env(safe-area-inset-bottom))]">
      <LanguageSwitch path={path} />
    </footer>
  );
}
