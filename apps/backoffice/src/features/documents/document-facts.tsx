import { Card } from '@gudbro/ui/card';
import { Icon } from '@gudbro/ui/icon';
import { Notice } from '@gudbro/ui/notice';
import { getTranslations } from 'next-intl/server';
import type { OpenedDocument } from './document-schemas';
import type { DocumentWords } from './document-words';
import { type FieldRow, FieldRows, FieldValue } from './field-rows';
import type { DocumentFact } from './open-fields';
import { sayWhichDiffers } from './reasons-for-guests';

type FactsCardProps = PartProps & { facts: readonly DocumentFact[] };

/** What a document says. While it waits, each field is compared with the picture. */
export async function FactsCard({ document, facts, words }: FactsCardProps) {
  const t = await getTranslations('Documents');
  const rows = facts.map((fact) => ({
    field: fact.field,
    label: t(`field_${fact.field}`),
    value: words.formatFact(fact),
    reason: sayWhichDiffers(fact.field, document.guestLocale),
  }));
  return (
    <Card title={t('fields')} icon="idCard">
      {rows.length === 0 ? (
        <p className="text-ink-soft">{t('noFields')}</p>
      ) : document.status === 'pending' ? (
        <>
          <p className="text-pretty text-ink-soft leading-snug">{t('fieldsHint')}</p>
          <FieldRows rows={rows} />
        </>
      ) : (
        <DecidedFields rows={rows} confirmed={document.confirmedFields} />
      )}
    </Card>
  );
}

type DecidedFieldsProps = { rows: readonly FieldRow[]; confirmed: readonly string[] };

/** The fields of a document that was decided, with those that were compared. */
async function DecidedFields({ rows, confirmed }: DecidedFieldsProps) {
  const t = await getTranslations('Documents');
  return (
    <dl className="divide-y divide-line">
      {rows.map(({ field, label, value }) => (
        <div key={field} className="py-1.5">
          <dt className="text-ink-soft text-sm leading-tight">{label}</dt>
          <dd className="flex items-center justify-between gap-3">
            <FieldValue field={field} value={value} />
            {confirmed.includes(field) && (
              <span className="flex shrink-0 items-center gap-1 text-ink-soft text-sm">
                <Icon name="check" className="size-4" />
                {t('wasCompared')}
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

type PartProps = { document: OpenedDocument; words: DocumentWords };

/** Where there is no picture to show: that there never was one, or since when and why it is gone. */
export async function NoPicture({ document, words }: PartProps) {
  const t = await getTranslations('Documents');
  const { imageErasedAt, imageErasedRule, imageUntil } = document;
  if (imageErasedAt !== null) {
    const date = words.formatMoment(imageErasedAt);
    return (
      <Notice icon="image">
        {imageErasedRule
          ? t('pictureGoneBecause', { date, why: t(`gone_${imageErasedRule}`) })
          : t('pictureGone', { date })}
      </Notice>
    );
  }
  return (
    <Notice icon="image">
      {imageUntil === null ? t('noPicture') : t('pictureOver', { date: words.formatMoment(imageUntil) })}
    </Notice>
  );
}

/** What was decided, by whom, and who saw the document itself. */
export async function DecisionFacts({ document, words }: PartProps) {
  const t = await getTranslations('Documents');
  const { status, reviewedAt, reviewedBy, rejectionReason, seenAt, seenBy } = document;
  return (
    <ul className="space-y-1 text-pretty leading-snug">
      {status !== 'pending' && reviewedAt !== null && (
        <li>
          {t(`by_${status}`, { who: reviewedBy ?? t('aColleague'), when: words.formatMoment(reviewedAt) })}
        </li>
      )}
      {rejectionReason !== null && (
        <li className="wrap-anywhere whitespace-pre-line">{t('rejectedFor', { reason: rejectionReason })}</li>
      )}
      <li className={seenAt === null ? 'text-ink-soft' : ''}>
        {seenAt === null
          ? t('notSeen')
          : seenBy === null
            ? t('seenAt', { when: words.formatMoment(seenAt) })
            : t('seenBy', { who: seenBy, when: words.formatMoment(seenAt) })}
      </li>
    </ul>
  );
}
