import { Card } from '@gudbro/ui/card';
import { Notice } from '@gudbro/ui/notice';
import { getTranslations } from 'next-intl/server';
import { hasRole, type Place } from '@/server/place';
import type { OpenedDocument } from './document-schemas';
import type { DocumentWords } from './document-words';
import { EraseButton } from './erase-button';
import { HoldForm, ReleaseButton } from './hold-form';

type HandlingCardProps = { place: Place; document: OpenedDocument; words: DocumentWords };

/** Erasing a document now, for managers, and holding it, for owners. Says before what goes and what the law keeps. */
export async function HandlingCard({ place, document, words }: HandlingCardProps) {
  const t = await getTranslations('Documents');
  const { id, bookingId, holdReason } = document;
  const isOwner = hasRole(place.role, 'owner');
  const erased = await nameWhatGoes(document, words);
  return (
    <Card title={t('handling')} icon="lock">
      <div className="space-y-5">
        {erased.isAllowed ? (
          <EraseButton place={place.slug} id={id} booking={bookingId} text={erased.text} />
        ) : (
          <p className="text-pretty leading-relaxed">{erased.text}</p>
        )}
        {isOwner && holdReason === null && <HoldForm place={place.slug} id={id} />}
        {isOwner && holdReason !== null && <ReleaseButton place={place.slug} id={id} />}
      </div>
    </Card>
  );
}

/** What an erasure takes and what it leaves, as `erase_document_now` in SQL decides it. */
async function nameWhatGoes(document: OpenedDocument, words: DocumentWords) {
  const t = await getTranslations('Documents');
  const { holdReason, fieldsRule, status, imageUntil, imageRule, fieldsUntil, fieldNames, pages } = document;
  const law = { date: words.formatMoment(fieldsUntil), country: words.country };
  if (holdReason !== null) {
    return { isAllowed: false, text: t('eraseHeld') };
  }
  if (fieldsRule !== 'law' || status !== 'verified') {
    const fields = fieldNames.map((name) => t(`field_${name}`)).join(', ') || t('eraseNoFields');
    return { isAllowed: true, text: t('eraseAll', { fields, pages }) };
  }
  return imageUntil !== null && imageRule !== 'law'
    ? { isAllowed: true, text: t('eraseImage', law) }
    : { isAllowed: false, text: t('eraseNothing', law) };
}

/** That the guest asks to have it erased. */
export async function ErasureAsked({ document, words }: Omit<HandlingCardProps, 'place'>) {
  const t = await getTranslations('Documents');
  return (
    document.erasureAskedAt !== null && (
      <Notice tone="danger" title={t('asked', { date: words.formatMoment(document.erasureAskedAt) })}>
        {t('askedHint')}
      </Notice>
    )
  );
}
