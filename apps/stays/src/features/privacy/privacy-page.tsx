import { useTranslations } from 'next-intl';
import { SiteFooter } from '@/shell/language/site-footer';
import { PrivacyNotice } from './privacy-notice';
import type { PrivacyNoticeData } from './queries';

/** The privacy notice of a property. It works without script. */
export function PrivacyPage({ notice }: { notice: PrivacyNoticeData }) {
  const t = useTranslations('Privacy');
  const { name, slug } = notice.place;
  return (
    <>
      <title>{`${t('title')} · ${name}`}</title>
      <main className="mx-auto w-full max-w-2xl grow px-4 pt-[max(1.25rem,env(safe-area-inset-top))] md:pt-8">
        <header>
          <p className="wrap-anywhere font-semibold text-accent">{name}</p>
          <h1 className="wrap-anywhere font-display text-[clamp(1.5rem,8vw,2rem)] leading-[1.15] md:text-5xl">
            {t('title')}
          </h1>
          <p className="mt-2 text-pretty leading-relaxed md:mt-3 md:text-lg">{t('intro')}</p>
        </header>
        <div className="mt-5 space-y-4 md:mt-8 md:space-y-6">
          <PrivacyNotice notice={notice} />
        </div>
        <p className="mt-4 text-center print:hidden">
          <a
            href={`/${slug}`}
            className="inline-flex min-h-12 items-center font-semibold text-accent underline-offset-4 hover:underline"
          >
            {t('back', { place: name })}
          </a>
        </p>
      </main>
      <SiteFooter path={`/${slug}/privacy`} slug={null} />
    </>
  );
}
