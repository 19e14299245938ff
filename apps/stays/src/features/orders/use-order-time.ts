'use client';

import { useFormatter, useNow } from 'next-intl';
import type { Order } from './order';

/** When an order was sent, by the place's clock: today's by the hour, earlier ones with their day. */
export function useOrderTime(): (order: Pick<Order, 'createdAt'>) => string {
  const format = useFormatter();
  const today = format.dateTime(useNow(), { dateStyle: 'short' });
  return ({ createdAt }) => {
    const at = new Date(createdAt);
    const isToday = format.dateTime(at, { dateStyle: 'short' }) === today;
    return format.dateTime(
      at,
      isToday ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' },
    );
  };
}
