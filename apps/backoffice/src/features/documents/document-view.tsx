import { findKeptData } from '@gudbro/domain';
import { Card } from '@gudbro/ui/card';
import { Notice } from '@gudbro/ui/notice';
import { PageHeader } from '@gudbro/ui/page-header';
import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { hasRole, type Place } from '@/server/place';
import { createStayWords } from '@/shell/days/format-stay';
import { BackLink } from '@/shell/list/back-link';
import { ClientTexts } from '@/shell/place/client-texts';
import { ConfirmedFieldsProvider } from './confirmed-fields';
import { DecisionFacts, FactsCard, NoPicture } from './document-facts';
import type { ListedDocument, OpenedDocument } from './document-schemas';
import { createDocumentWords } from './document-words';
import { ErasureAsked, HandlingCard } from './handling-card';
import { ClocksCard, SameNumberCard, ViewsCard } from './keeping-cards';
import type { DocumentFact } from './open-fields';
import { PictureViewer } from './picture-viewer';
import { listReasons } from './reasons-for-guests';
import { ReviewPanel } from './review-panel';
import { StatusTag } from './status-tag';
import { findNeighbours } from './waiting';

type DocumentViewProps = {
  place: Place;
  document: OpenedDocument;
  facts: readonly DocumentFact[];
  waiting: readonly ListedDocument[];
};

/** One document: its picture beside what it says, the decision, how long it is kept, and who looked at it. */
export async function DocumentView({ place, document, facts, waiting }: DocumentViewProps) {
  const [t, words] = await Promise.all([getTranslations('Documents'), createDocumentWords(place)]);
  const base = `/p/${place.slug}/documents`;
  const type = t(`type_${document.documentType}`);
  const title = t('title', { type, name: words.nameOf(document) });
  return (
    <div className="space-y-6">
      <title>{title}</title>
      <BackLink href={base} label={t('heading')} />
      <div className="space-y-2">
        <PageHeader title={title} />
        <StayLine place={place} document={document} />
      </div>
      <ErasureAsked document={document} words={words} />
      <ClientTexts namespaces={['Documents']}>
        {/* A new document is a new screen: nothing of the one before is held. */}
        <div
          key={document.id}
          className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]"
        >
          <div className="min-w-0 lg:sticky lg:top-24">
            {document.grants.length === 0 ? (
              <NoPicture document={document} words={words} />
            ) : (
              <PictureViewer
                label={{ type, name: words.nameOf(document) }}
                pages={document.grants.map((grant, index) => ({
                  page: index + 1,
                  src: `${base}/picture/${grant}`,
                }))}
              />
            )}
          </div>
          <div className="min-w-0 space-y-6">
            <ConfirmedFieldsProvider fields={document.fieldNames}>
              <FactsCard document={document} facts={facts} words={words} />
              <ReviewCard place={place} document={document} waiting={waiting} />
            </ConfirmedFieldsProvider>
            <SameNumberCard document={document} words={words} base={base} />
            <ClocksCard document={document} words={words} />
            <ViewsCard document={document} words={words} />
            {hasRole(place.role, 'manager') && (
              <HandlingCard place={place} document={document} words={words} />
            )}
          </div>
        </div>
      </ClientTexts>
    </div>
  );
}

type PartProps = Pick<DocumentViewProps, 'place' | 'document'>;

/** Whose stay it belongs to, with the status of the document. */
async function StayLine({ place, document }: PartProps) {
  const [t, { formatStay }] = await Promise.all([getTranslations('Documents'), createStayWords()]);
  const { status, room, checkIn, checkOut, isChild, bookingId, bookingCode } = document;
  const facts = [
    room === null ? t('noRoom') : t('room', { room }),
    formatStay(checkIn, checkOut),
    isChild && t('child'),
  ];
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <StatusTag status={status} />
      <p className="text-ink-soft">{facts.filter(Boolean).join(' · ')}</p>
      <Link
        href={`/p/${place.slug}/bookings/${bookingId}`}
        prefetch={false}
        className="inline-flex min-h-12 items-center font-semibold underline"
      >
        {t('booking', { code: bookingCode })}
      </Link>
    </div>
  );
}

async function ReviewCard({ place, document, waiting }: Omit<DocumentViewProps, 'facts'>) {
  const [t, words] = await Promise.all([getTranslations('Documents'), createDocumentWords(place)]);
  const { id, bookingId, version, status, seenAt } = document;
  const { previous, next } = findNeighbours(waiting, document);
  const pathOf = (other: string | null) => other && `/p/${place.slug}/documents/${other}`;
  return (
    <Card title={t('review')} icon="check">
      <div className="space-y-4">
        {findKeptData(place.country).mustBeSeen && seenAt === null && <Notice>{t('mustBeSeen')}</Notice>}
        <DecisionFacts document={document} words={words} />
        <ReviewPanel
          place={place.slug}
          document={{ id, booking: bookingId, version }}
          isWaiting={status === 'pending'}
          reasons={listReasons(await getLocale(), document.guestLocale)}
          isSeen={seenAt !== null}
          previous={pathOf(previous)}
          next={pathOf(next)}
        />
      </div>
    </Card>
  );
}
