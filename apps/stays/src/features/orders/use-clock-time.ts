'use client';

import { useFormatter } from 'next-intl';
import { useCallback } from 'react';
import { serverNow } from '@/client/server-clock';

const dayMs = 86_400_000;

/**
 * Formats an instant by the property's clock: the time alone if it is today, with the weekday if it is within six days, and
 * else with the date.
 */
export function useClockTime(): (instant: string | number) => string {
  const format = useFormatter();
  return useCallback(
    (instant) => {
      const at = new Date(instant);
      const now = serverNow();
      const dayOf = (date: Date) => format.dateTime(date, { dateStyle: 'short' });
      if (dayOf(at) === dayOf(now)) {
        return format.dateTime(at, { timeStyle: 'short' });
      }
      return Math.abs(at.getTime() - now.getTime()) < 6 * dayMs
        ? format.dateTime(at, { weekday: 'short', hour: 'numeric', minute: '2-digit' })
        : format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' });
    },
    [format],
  );
}
