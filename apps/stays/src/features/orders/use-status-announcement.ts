'use client';

import type { Order } from '@gudbro/guest-api/order';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useClockTime } from './use-clock-time';

/** The text for screen readers when the status of orders has changed; empty until then. */
export function useStatusAnnouncement(orders: readonly Order[] | undefined): string {
  const t = useTranslations('Orders');
  const clockTime = useClockTime();
  const [announcement, setAnnouncement] = useState('');
  const known = useRef<ReadonlyMap<string, Order['status']> | null>(null);

  useEffect(() => {
    if (orders === undefined) {
      return;
    }
    const before = known.current;
    known.current = new Map(orders.map(({ id, status }) => [id, status]));
    const changed = orders.filter(({ id, status }) => before?.has(id) && before.get(id) !== status);
    if (changed.length > 0) {
      setAnnouncement(
        changed
          .map((order) =>
            t('changed', { time: clockTime(order.createdAt), status: t(`status.${order.status}`) }),
          )
          .join(' '),
      );
    }
  }, [orders, t, clockTime]);

  return announcement;
}
