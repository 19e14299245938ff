import { ButtonLink } from '@gudbro/ui/button-link';
import { CopyButton } from '@gudbro/ui/copy-button';
import { DoorSign } from '@gudbro/ui/door-sign';
import { getTranslations } from 'next-intl/server';
import { SiteFooter } from '@/shell/language/site-footer';

type RequestedPageProps = {
  slug: string;
  code: string;
  /** Null if the property could not be loaded. The booking code is shown all the same. */
  propertyName: string | null;
  origin: string;
};

/** Confirms a booking request: its code and what happens next. */
export async function RequestedPage({ slug, code, propertyName, origin }: RequestedPageProps) {
  const t = await getTranslations('Requested');
  const steps = [t('stepAnswer'), t('stepKeep'), t('stepOpen')];
  const path = `/stay/${code}`;
  return (
    <>
      <DoorSign icon="check" overline={propertyName ?? undefined} title={t('title')}>
        <p className="text-center">{t('text')}</p>
        <div className="rounded-2xl bg-sunken p-4 text-center">
          <p className="text-ink-soft text-sm">{t('code')}</p>
          <p className="font-mono font-semibold text-3xl tracking-wide" translate="no">
            {code}
          </p>
        </div>
        <ol className="list-decimal space-y-2 pl-5 leading-snug marker:text-ink-soft">
          {steps.map((step) => (
            <li key={step} className="pl-1">
              {step}
            </li>
          ))}
        </ol>
        <div className="space-y-3 border-line border-t pt-5">
          <p className="text-ink-soft text-sm">{t('link')}</p>
          <p id="stay-link" className="wrap-anywhere font-mono text-sm" translate="no">
            {`${origin}${path}`}
          </p>
          <div className="grid gap-3">
            <CopyButton
              sourceId="stay-link"
              label={t('copy')}
              copiedLabel={t('copied')}
              selectedLabel={t('selected')}
            />
            <ButtonLink href={path} className="w-full">
              {t('open')}
            </ButtonLink>
          </div>
        </div>
        <p className="text-center">
          <a
            href={`/${slug}`}
            className="inline-flex min-h-12 items-center font-semibold text-accent underline-offset-4 hover:underline"
          >
            {t('back')}
          </a>
        </p>
      </DoorSign>
      <SiteFooter path={`/${slug}/requested?${new URLSearchParams({ code })}`} slug={slug} />
    </>
  );
}
