import { Card } from '@gudbro/ui/card';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { LinkButton } from '@/shell/list/link-button';
import { PendingBar } from '@/shell/place/pending-bar';
import type { ListedDocument } from './document-schemas';
import { createDocumentWords, type DocumentWords } from './document-words';
import { StatusTag } from './status-tag';

type BookingDocumentsProps = {
  place: Place;
  /** Who booked, and the people who stay with them. */
  party: { lead: string; people: readonly { id: string; name: string; isChild: boolean }[] };
  documents: readonly ListedDocument[];
  /** Where the desk adds a document that it has in its hand. Null where no stay is on or to come. */
  addPath: string | null;
  /** Where all data of the guest are seen and erased. Null for who may not. */
  dataPath: string | null;
};

/** Each person of a booking with what they handed in, and whether somebody saw it in person. */
export async function BookingDocuments({
  place,
  party,
  documents,
  addPath,
  dataPath,
}: BookingDocumentsProps) {
  const [t, desk, data, words] = await Promise.all([
    getTranslations('Documents'),
    getTranslations('DeskDocument'),
    getTranslations('PersonData'),
    createDocumentWords(place),
  ]);
  const people = [
    { id: null, name: party.lead, detail: t('lead') },
    ...party.people.map(({ id, name, isChild }) => ({ id, name, detail: isChild ? t('child') : null })),
  ];
  return (
    <Card title={t('ofBooking')} icon="idCard" id="documents">
      <ul className="divide-y divide-line">
        {people.map(({ id, name, detail }) => (
          <li key={id ?? ''} className="py-3">
            <p className="wrap-anywhere font-semibold">
              {name}
              {detail !== null && <span className="font-normal text-ink-soft"> · {detail}</span>}
            </p>
            <OwnDocuments
              base={`/p/${place.slug}/documents`}
              documents={documents.filter(({ personId }) => personId === id)}
              words={words}
            />
          </li>
        ))}
      </ul>
      <div className="mt-4 flex flex-wrap gap-3">
        {addPath !== null && (
          <LinkButton href={addPath} variant="secondary">
            {desk('add')}
          </LinkButton>
        )}
        {dataPath !== null && (
          <LinkButton href={dataPath} variant="secondary">
            {data('open')}
          </LinkButton>
        )}
      </div>
    </Card>
  );
}

type OwnDocumentsProps = { base: string; documents: readonly ListedDocument[]; words: DocumentWords };

async function OwnDocuments({ base, documents, words }: OwnDocumentsProps) {
  const t = await getTranslations('Documents');
  if (documents.length === 0) {
    return <p className="text-ink-soft">{t('nothingYet')}</p>;
  }
  return (
    <ul>
      {documents.map((document) => {
        const { id, documentType, status, seenAt } = document;
        const type = t(`type_${documentType}`);
        return (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-1">
            <div className="min-w-0">
              <Link
                href={`${base}/${id}`}
                prefetch={false}
                aria-label={t('openIt', { what: t('title', { type, name: words.nameOf(document) }) })}
                className="inline-flex min-h-12 items-center underline"
              >
                {type}
                <PendingBar />
              </Link>
              {seenAt !== null && (
                <p className="text-ink-soft text-sm">{t('seenAt', { when: words.formatMoment(seenAt) })}</p>
              )}
            </div>
            <StatusTag status={status} />
          </li>
        );
      })}
    </ul>
  );
}
