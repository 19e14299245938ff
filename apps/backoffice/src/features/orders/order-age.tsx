'use client';

import { Icon, type IconName } from '@gudbro/ui/icon';
import { useTranslations } from 'next-intl';
import { useBoard } from './board-context';
import type { BoardOrder } from './queries';
import { readUrgency, type Urgency } from './urgency';

const looks: Record<Urgency['level'], { icon: IconName; className: string }> = {
  fresh: { icon: 'clock', className: 'bg-sunken text-ink' },
  slow: { icon: 'clock', className: 'bg-lamp text-lamp-ink' },
  late: { icon: 'bell', className: 'bg-danger text-danger-surface' },
};

/** How long an order has waited, by colour, icon and word. */
export function OrderAge({ order }: { order: Pick<BoardOrder, 'status' | 'createdAt' | 'wantedAt'> }) {
  const t = useTranslations('Orders');
  const { limits, nowMs } = useBoard();
  const { minutes, level } = readUrgency(order, limits, nowMs);
  const { icon, className } = looks[level];
  const distance = Math.abs(minutes);
  const length =
    distance < 120 ? t('minutes', { count: distance }) : t('hours', { count: Math.floor(distance / 60) });
  return (
    <span
      className={`inline-flex shrink-0 items-center gap-1.5 rounded-full px-3 py-1 font-semibold text-sm tabular-nums ${className}`}
    >
      <Icon name={icon} className="size-4 shrink-0" />
      {minutes < 0 ? t('ahead', { length }) : t(`age_${level}`, { length })}
    </span>
  );
}
