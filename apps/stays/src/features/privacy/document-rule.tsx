import { documentLawsAsOf, findDocumentLaw } from '@gudbro/domain';
import { useLocale, useTranslations } from 'next-intl';

/**
 * What is known of the country's law about registering guests, with its sources. Otherwise the place has chosen. ZZ is the country of
 * a place that has not named its own yet.
 */
export function DocumentRule({ country }: { country: string }) {
  const t = useTranslations('Privacy');
  const locale = useLocale();
  const law = findDocumentLaw(country);
  const hours = law?.reportedWithinHours ?? null;
  const countryName = new Intl.DisplayNames(locale, { type: 'region' }).of(country) ?? country;
  return (
    <>
      <p>
        {country === 'ZZ'
          ? t('ruleChosen')
          : t(`ruleRegistered.${law?.registered ?? 'unknown'}`, { country: countryName })}
      </p>
      {hours !== null && <p>{t('ruleReported', { hours })}</p>}
      {law !== null && (
        <p className="wrap-anywhere text-ink-soft text-sm">
          {t.rich('ruleSources', {
            date: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
              new Date(documentLawsAsOf),
            ),
            sources: law.sources,
            english: (text) => <span lang="en">{text}</span>,
          })}
        </p>
      )}
    </>
  );
}
