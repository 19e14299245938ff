import { Icon } from '@gudbro/ui/icon';
import { getFormatter, getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import type { ListedDocument } from './document-schemas';
import { createDocumentWords } from './document-words';
import { type ErasedPart, stayParts } from './person-queries';

type PersonPlanProps = {
  place: Place;
  plan: readonly ErasedPart[];
  /** Those of the booking, by which the parts of documents are named. */
  documents: readonly ListedDocument[];
};

/** What becomes of each part: first of the stay, then of each document by its name. */
export async function PersonPlan({ place, plan, documents }: PersonPlanProps) {
  const [t, types, words] = await Promise.all([
    getTranslations('PersonData'),
    getTranslations('Documents'),
    createDocumentWords(place),
  ]);
  const parts = stayParts.flatMap((what) => plan.filter((part) => part.what === what));
  return (
    <ul className="mb-5 divide-y divide-line">
      {parts.map((part) => (
        <li key={part.what} className="py-3">
          <p className="font-semibold">{t(`what_${part.what}`)}</p>
          <Outcome place={place} part={part} />
        </li>
      ))}
      {documents.map((document) => {
        const type = types(`type_${document.documentType}`);
        return (
          <li key={document.id} className="py-3">
            <p className="wrap-anywhere font-semibold">
              {types('title', { type, name: words.nameOf(document) })}
            </p>
            {(['picture', 'fields'] as const)
              .flatMap((what) => plan.filter((part) => part.documentId === document.id && part.what === what))
              .map((part) => (
                <Outcome key={part.what} place={place} part={part} name={t(`what_${part.what}`)} />
              ))}
          </li>
        );
      })}
    </ul>
  );
}

type OutcomeProps = { place: Place; part: ErasedPart; name?: string };

async function Outcome({ place, part: { until, rule }, name }: OutcomeProps) {
  const [t, format] = await Promise.all([getTranslations('PersonData'), getFormatter()]);
  const tell = () => {
    if (rule === null) {
      return t('goes');
    }
    const why = t(`why_${rule}`);
    return until === null
      ? t('kept', { why })
      : t('keptUntil', {
          date: format.dateTime(new Date(until), { dateStyle: 'medium', timeZone: place.timezone }),
          why,
        });
  };
  return (
    <p className="mt-0.5 flex gap-2 text-pretty text-ink-soft leading-snug">
      <Icon
        name={rule === null ? 'check' : 'lock'}
        className={`mt-0.5 size-4 shrink-0 ${rule === null ? 'text-accent' : ''}`}
      />
      <span className="min-w-0">
        {name !== undefined && <span className="mr-1 text-ink">{`${name} `}</span>}
        {tell()}
      </span>
    </p>
  );
}
