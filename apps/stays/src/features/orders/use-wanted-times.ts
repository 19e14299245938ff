'use client';

import { useMemo, useState } from 'react';
import { serverNow } from '@/client/server-clock';
import { useStayPage } from '@/shell/actions/session-context';
import type { PreviewLine } from '@/shell/cart/preview-cart';
import { createTimeOfDay, isServedAt, listServedTimes, type ServedHours } from '@/shell/cart/served-times';

const minuteMs = 60_000;
const fiveMinutesMs = 5 * minuteMs;

/** Instants for which the cart can be wanted, in the form in which they are sent. */
export type WantedTimes = {
  /** Null if something is not served then, the stay has ended by then, or nothing arrives within an hour. */
  inAnHour: string | null;
  /** By quarters of an hour. Not sooner than an order for now would arrive. */
  later: readonly string[];
};

/** The times at which everything in the cart is served, until the guest leaves. They begin when the sheet opens. */
export function useWantedTimes(lines: readonly PreviewLine[]): WantedTimes {
  const { page } = useStayPage();
  const { leavesAt, timezone: timeZone, ordersArriveMinutes } = page;
  const [openedAt] = useState(() => serverNow().getTime());
  const hoursText = JSON.stringify(lines.flatMap(({ hours }) => hours ?? []));
  return useMemo(() => {
    // Written two lines above, from values of this type.
    const hours = JSON.parse(hoursText) as ServedHours[];
    const arriveMs = (ordersArriveMinutes ?? 0) * minuteMs;
    const until = leavesAt === null ? null : new Date(leavesAt);
    const hourAt = new Date(Math.ceil((openedAt + 60 * minuteMs) / fiveMinutesMs) * fiveMinutesMs);
    const local = createTimeOfDay(timeZone)(hourAt);
    const isHourPossible =
      arriveMs <= 60 * minuteMs &&
      (until === null || hourAt <= until) &&
      hours.every((item) => isServedAt(item, local));
    const later = listServedTimes(hours, { from: new Date(openedAt + arriveMs), until, timeZone });
    return {
      inAnHour: isHourPossible ? hourAt.toISOString() : null,
      later: later.map((time) => time.toISOString()),
    };
  }, [hoursText, leavesAt, openedAt, ordersArriveMinutes, timeZone]);
}
