'use client';

import { useFormatter } from 'next-intl';
import { serverNow } from '../actions/server-clock';
import type { Order } from './order';

/** Formats when an order was sent, in the property's time zone. Orders before today get their date too. */
export function useOrderTime(): (order: Pick<Order, 'createdAt'>) => string {
  const format = useFormatter();
  return ({ createdAt }) => {
    const today = format.dateTime(serverNow(), { dateStyle: 'short' });
    const at = new Date(createdAt);
    const isToday = format.dateTime(at, { dateStyle: 'short' }) === today;
    return format.dateTime(
      at,
      isToday ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' },
    );
  };
}
