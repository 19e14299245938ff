import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { readKnownDesk } from '@/server/session/desk-cookie';
import { LanguageSwitch } from './language-switch';

type SiteFooterProps = {
  /** The current page, where the language form leads back to. */
  path: string;
  /**
   * Of the property that the page shows, for the link to its privacy notice. Null: the page is that notice. A page that knows no
   * property leads to the notice of the one that this browser was shown last; so a page that is cached has to name its own.
   */
  slug?: string | null | undefined;
};

export async function SiteFooter({ path, slug }: SiteFooterProps) {
  const place =
    slug === undefined ? readKnownDesk({ headers: await headers() }) : slug && { slug, name: null };
  return (
    <footer className="mx-auto w-full max-w-6xl px-4 pt-8 pb-[max(1.5rem,env(safe-area-inset-bottom))]">
      {place && <PrivacyLink {...place} />}
      <LanguageSwitch path={path} />
    </footer>
  );
}

/** Names the property where the page does not. */
async function PrivacyLink({ slug, name }: { slug: string; name: string | null }) {
  const t = await getTranslations('Privacy');
  return (
    <p className="mb-2 text-center text-sm">
      <a
        href={`/${slug}/privacy`}
        className="wrap-anywhere inline-flex min-h-12 items-center px-3 text-ink-soft underline underline-offset-4"
      >
        {name === null ? t('link') : t('linkOf', { place: name })}
      </a>
    </p>
  );
}
