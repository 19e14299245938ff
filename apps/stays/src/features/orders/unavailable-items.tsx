'use client';

import { Button } from '@gudbro/ui/button';
import { Notice } from '@gudbro/ui/notice';
import { useLocale, useTranslations } from 'next-intl';
import type { PreviewLine, UnavailableItem } from '@/shell/cart/preview-cart';
import { formatTimeOfDay } from '@/shell/property/format-time-of-day';
import { useClockTime } from './use-clock-time';

type UnavailableItemsProps = {
  unavailable: readonly UnavailableItem[];
  lines: readonly PreviewLine[];
  /** The first time at which everything in the cart is served. Null: there is none in this stay. */
  firstServedAt: string | null;
  onTakeTime: (wantedAt: string) => void;
  onRemove: () => void;
};

/** Each unavailable item by name with its reason, and what the guest can do: take another time, or the other items. */
export function UnavailableItems(props: UnavailableItemsProps) {
  const { unavailable, lines, firstServedAt, onTakeTime, onRemove } = props;
  const t = useTranslations('Cart');
  const clockTime = useClockTime();
  const reasonOf = useReason(lines);
  const isNothingLeft =
    unavailable.length === lines.length && unavailable.every(({ problem }) => problem !== 'too_many');
  const isAboutTime = unavailable.every(({ problem }) => problem === 'closed');
  return (
    <Notice role="alert" tone="danger" title={isAboutTime ? t('closedTitle') : t('unavailableTitle')}>
      <ul>
        {unavailable.map((problem) => (
          <li key={problem.itemId} className="wrap-anywhere">
            {t('problem', { name: problem.name || t('unknownItem'), reason: reasonOf(problem) })}
          </li>
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap gap-2">
        {isAboutTime && firstServedAt !== null && (
          <Button onClick={() => onTakeTime(firstServedAt)}>
            {t('takeTime', { time: clockTime(firstServedAt) })}
          </Button>
        )}
        <Button variant="secondary" onClick={onRemove}>
          {isNothingLeft ? t('removeAll') : t('keepRest')}
        </Button>
      </div>
    </Notice>
  );
}

function useReason(lines: readonly PreviewLine[]): (item: UnavailableItem) => string {
  const t = useTranslations('Cart');
  const locale = useLocale();
  return ({ itemId, problem, maxQuantity }) => {
    switch (problem) {
      case 'gone':
        return t('gone');
      case 'sold_out':
        return t('soldOut');
      case 'closed': {
        const { availableFrom: from, availableTo: to } =
          lines.find((line) => line.itemId === itemId)?.hours ?? {};
        return from && to
          ? t('servedFrom', { from: formatTimeOfDay(from, locale), to: formatTimeOfDay(to, locale) })
          : t('closed');
      }
      case 'too_many':
        return t('tooMany', { max: maxQuantity ?? 1 });
    }
  };
}
