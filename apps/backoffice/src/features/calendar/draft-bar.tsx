'use client';

import { useTranslations } from 'next-intl';
import type { Draft } from './draft';
import { headRem, styleSpan } from './geometry';
import type { Words } from './use-words';

type DraftBarProps = { draft: Draft; top: number; firstDay: number; words: Words };

/** Where what is being moved would go. What it means is said by the live region. */
export function DraftBar({ draft, top, firstDay, words }: DraftBarProps) {
  const t = useTranslations('Calendar');
  const { subject, from, to } = draft;
  const { marginLeft: left, width } = styleSpan(draft, firstDay - 0.5);
  const title =
    subject.kind === 'stay'
      ? subject.stay.name
      : subject.kind === 'block'
        ? words.blockName(subject.block)
        : t('nights', { count: to - from });
  return (
    <div
      aria-hidden="true"
      className="calendar-draft"
      style={{ top: `${headRem + top}rem`, left: `calc(var(--rooms) + ${left})`, width }}
    >
      <span className="truncate">{title}</span>
      <span className="calendar-draft-days">{`${words.shortDay(from)} – ${words.shortDay(to)}`}</span>
    </div>
  );
}
