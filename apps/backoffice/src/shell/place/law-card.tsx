import { defaultDocuments, documentLawsAsOf, findDocumentLaw } from '@gudbro/domain';
import { Card } from '@gudbro/ui/card';
import { getLocale, getTranslations } from 'next-intl/server';
import { formatCountry } from './format-country';

/** What is known of the country's law about guests' IDs, with its date and sources, and what a new place starts with. */
export async function LawCard({ country, saysStart = true }: { country: string; saysStart?: boolean }) {
  const [t, settings, locale] = await Promise.all([
    getTranslations('Setup'),
    getTranslations('Settings'),
    getLocale(),
  ]);
  const law = findDocumentLaw(country);
  const hours = law?.reportedWithinHours ?? null;
  return (
    <Card title={t('lawTitle', { country: formatCountry(country, locale) })} icon="key">
      {law === null ? (
        <p className="text-pretty leading-relaxed">{t('lawUnknown')}</p>
      ) : (
        <ul className="list-disc space-y-1 pl-5 leading-relaxed">
          <li>{t(`copies_${law.copies}`)}</li>
          <li>{t(`registered_${law.registered}`)}</li>
          {hours !== null && <li>{hours === 0 ? t('reportAtOnce') : t('reportWithin', { hours })}</li>}
        </ul>
      )}
      {saysStart && (
        <p className="mt-3 text-pretty leading-relaxed">
          {t(`documents_${defaultDocuments(country)}`)}{' '}
          {t('documentsLater', { title: settings('title_documents') })}
        </p>
      )}
      {law !== null && (
        <p className="mt-3 text-pretty text-ink-soft text-sm leading-relaxed">
          {t.rich('lawSource', {
            date: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
              new Date(documentLawsAsOf),
            ),
            certainty: t(`certainty_${law.certainty}`),
            sources: law.sources,
            english: (text) => <span lang="en">{text}</span>,
          })}
        </p>
      )}
    </Card>
  );
}
