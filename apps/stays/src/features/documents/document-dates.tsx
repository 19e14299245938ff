'use client';

import type { GuestDocument } from '@gudbro/guest-api/document';
import { Notice } from '@gudbro/ui/notice';
import { useFormatter, useTranslations } from 'next-intl';

/** When the picture and what was typed will be gone, by the rule that says so. */
export function DocumentDates({ document }: { document: GuestDocument }) {
  const t = useTranslations('Documents');
  const format = useFormatter();
  const { pictureUntil, pictureRule, pictureErasedAt, fieldsUntil, fieldsRule, isHeld } = document;
  const formatDay = (instant: string) =>
    format.dateTime(new Date(instant), { dateStyle: 'medium' }).replaceAll(' ', '\u00a0');
  if (isHeld) {
    return (
      <div className="mt-3">
        <Notice icon="lock">{t('held')}</Notice>
      </div>
    );
  }
  const rule = fieldsRule === 'law' || fieldsRule === 'stay_cancelled' ? fieldsRule : 'place';
  return (
    <div className="mt-2 space-y-1 text-pretty text-sm">
      {pictureErasedAt !== null && <p>{t('pictureGone', { date: formatDay(pictureErasedAt) })}</p>}
      {pictureErasedAt === null && pictureUntil !== null && pictureRule !== null && (
        <p>{t(`pictureUntil.${pictureRule}`, { date: formatDay(pictureUntil) })}</p>
      )}
      <p>{t(`fieldsUntil.${rule}`, { date: formatDay(fieldsUntil) })}</p>
    </div>
  );
}
