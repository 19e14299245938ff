import { Card } from '@gudbro/ui/card';
import { Notice } from '@gudbro/ui/notice';
import { getTranslations } from 'next-intl/server';
import type { OpenedDocument } from './document-schemas';
import type { DocumentWords } from './document-words';
import type { DocumentFact } from './open-fields';

type FactsCardProps = { facts: readonly DocumentFact[]; words: DocumentWords };

/** What a document says, to compare with its picture. */
export async function FactsCard({ facts, words }: FactsCardProps) {
  const t = await getTranslations('Documents');
  return (
    <Card title={t('fields')} icon="idCard">
      {facts.length === 0 ? (
        <p className="text-ink-soft">{t('noFields')}</p>
      ) : (
        <>
          <p className="text-pretty text-ink-soft leading-snug">{t('fieldsHint')}</p>
          <dl className="mt-2 divide-y divide-line">
            {facts.map((fact) => (
              <div key={fact.field} className="flex flex-wrap items-baseline justify-between gap-x-4 py-1.5">
                <dt className="text-ink-soft">{t(`field_${fact.field}`)}</dt>
                <dd
                  className={`wrap-anywhere min-w-0 font-semibold text-lg ${fact.field === 'documentNumber' ? 'font-mono tracking-wide' : ''}`.trimEnd()}
                >
                  {words.formatFact(fact)}
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </Card>
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
