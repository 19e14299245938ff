import { getTranslations } from 'next-intl/server';
import { LanguageSwitch } from './language-switch';

type SiteFooterProps = {
  /** The current page, where the language form leads back to. */
  path: string;
  /** Of the property that the page shows, for the link to its privacy notice. */
  slug?: string;
};

export function SiteFooter({ path, slug }: SiteFooterProps) {
  return (
    <footer className="mx-auto w-full max-w-6xl px-4 pt-8 pb-[max(1.5rem,env(safe-area-inset-bottom))]">
      {slug !== undefined && <PrivacyLink slug={slug} />}
      <LanguageSwitch path={path} />
    </footer>
  );
}

async function PrivacyLink({ slug }: { slug: string }) {
  const t = await getTranslations('Privacy');
  return (
    <p className="mb-2 text-center text-sm">
      <a
        href={`/${slug}/privacy`}
        className="inline-flex min-h-12 items-center px-3 text-ink-soft underline underline-offset-4"
      >
        {t('link')}
      </a>
    </p>
  );
}
