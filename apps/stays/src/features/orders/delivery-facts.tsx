'use client';

import type { Order } from '@gudbro/guest-api/order';
import { useLocale, useTranslations } from 'next-intl';
import { useStayPage } from '@/shell/actions/session-context';
import type { StayPage } from '@/shell/actions/stay-page';
import { Facts } from '@/shell/sheets/facts';
import { formatMinutes } from '@/shell/words/format-wait';
import { useClockTime } from './use-clock-time';

type DeliveryFactsProps = {
  roomNumber: string;
  bed: string | null;
  when: string | null;
  /** What costs nothing is not paid. */
  isFree: boolean;
};

/** Where an order is brought, when, and how it is paid, in one line. What the property does not tell is left out. */
function DeliveryFacts({ roomNumber, bed, when, isFree }: DeliveryFactsProps) {
  const t = useTranslations('Delivery');
  const { page } = useStayPage();
  const paid = page.ordersPaid !== null && !isFree && t(`paid.${page.ordersPaid}`);
  return <Facts facts={[useWhere({ roomNumber, bed }), when, paid]} />;
}

function useWhere({ roomNumber, bed }: Pick<StayPage, 'roomNumber' | 'bed'>): string {
  const t = useTranslations('Delivery');
  const { page } = useStayPage();
  if (bed !== null) {
    return t('toBed', { room: roomNumber, bed });
  }
  return page.propertyType === 'apartment'
    ? t('toApartment', { room: roomNumber })
    : t('toRoom', { room: roomNumber });
}

/** For the cart. `wantedAt` is null for an order that is wanted now. */
export function CartDelivery({ wantedAt, total }: { wantedAt: string | null; total: number | null }) {
  const t = useTranslations('Delivery');
  const locale = useLocale();
  const clockTime = useClockTime();
  const { page } = useStayPage();
  const { roomNumber, bed, ordersArriveMinutes: minutes } = page;
  const whenNow = minutes === null ? null : t('in', { duration: formatMinutes(minutes, locale) });
  const when = wantedAt === null ? whenNow : t('for', { time: clockTime(wantedAt) });
  return <DeliveryFacts roomNumber={roomNumber} bed={bed} when={when} isFree={total === 0} />;
}

/** For an order that was placed. When it arrives is estimated from when it was sent. */
export function OrderDelivery({ order }: { order: Order }) {
  const t = useTranslations('Delivery');
  const clockTime = useClockTime();
  const { page } = useStayPage();
  const { roomNumber, bed, wantedAt, totalMinor } = order;
  const minutes = page.ordersArriveMinutes;
  const whenNow =
    minutes === null ? null : t('at', { time: clockTime(Date.parse(order.createdAt) + minutes * 60_000) });
  const when = wantedAt === null ? whenNow : t('for', { time: clockTime(wantedAt) });
  return <DeliveryFacts roomNumber={roomNumber} bed={bed} when={when} isFree={totalMinor === 0} />;
}
