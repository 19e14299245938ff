'use client';

import { formatMoney, formatOrderNumber } from '@gudbro/domain';
import type { Order } from '@gudbro/guest-api/order';
import { Icon } from '@gudbro/ui/icon';
import { useLocale, useTranslations } from 'next-intl';
import { useCallback, useRef } from 'react';
import { useLangOf } from '@/shell/sheets/use-lang-of';
import { CancelOrder } from './cancel-order';
import { OrderDelivery } from './delivery-facts';
import { isOpen } from './is-open';
import { OrderSteps } from './order-steps';
import { useClockTime } from './use-clock-time';

type OrderCardProps = {
  order: Order;
  /** Where and when it is brought is said above already. */
  isAnnounced: boolean;
};

/** An open order: how far it is, its content, and a button to cancel it while that is possible. */
export function OrderCard({ order, isAnnounced }: OrderCardProps) {
  const t = useTranslations('Orders');
  const clockTime = useClockTime();
  const heading = useRef<HTMLHeadingElement>(null);
  const focusHeading = useCallback(() => heading.current?.focus(), []);
  return (
    <li className="space-y-4 rounded-2xl border border-line p-4">
      <div>
        <h3 ref={heading} tabIndex={-1} className="rounded-md font-semibold text-lg leading-snug">
          <time dateTime={order.createdAt}>{t('ordered', { time: clockTime(order.createdAt) })}</time>
          {` · ${formatOrderNumber(order.number)}`}
          {/* An open order has its status among the steps. */}
          {!isOpen(order) && <span className="block">{t(`status.${order.status}`)}</span>}
        </h3>
        {isOpen(order) && !isAnnounced && <OrderDelivery order={order} />}
      </div>
      {isOpen(order) && <OrderSteps status={order.status} />}
      <OrderContent order={order} />
      <CancelOrder order={order} onGone={focusHeading} />
    </li>
  );
}

/** A finished order: one line that opens on a tap. */
export function PastOrder({ order }: { order: Order }) {
  const t = useTranslations('Orders');
  const locale = useLocale();
  const clockTime = useClockTime();
  return (
    <li>
      <details className="group">
        <summary className="flex min-h-14 cursor-pointer flex-wrap items-center justify-between gap-x-3 rounded-lg py-2 leading-snug">
          <span>
            <span className="block font-semibold">{t(`status.${order.status}`)}</span>
            <time dateTime={order.createdAt} className="text-ink-soft text-sm">
              {`${clockTime(order.createdAt)} · ${formatOrderNumber(order.number)}`}
            </time>
          </span>
          <span className="flex items-center gap-3 tabular-nums">
            {formatMoney(order.totalMinor, order.currency, locale)}
            <Icon name="chevron" className="size-5 shrink-0 text-ink-soft group-open:rotate-180" />
          </span>
        </summary>
        <div className="pb-4">
          <OrderContent order={order} />
        </div>
      </details>
    </li>
  );
}

/** Shows the names and prices at the time of the order. */
function OrderContent({ order }: { order: Order }) {
  const t = useTranslations('Orders');
  const langOf = useLangOf();
  const locale = useLocale();
  const money = (amountMinor: number) => formatMoney(amountMinor, order.currency, locale);
  return (
    <div className="space-y-3 leading-snug">
      {order.rejectReason && (
        <p className="text-pretty rounded-xl bg-sunken px-4 py-3">
          {t('reason', { reason: order.rejectReason })}
        </p>
      )}
      <table className="w-full text-left">
        <caption className="sr-only">{t('content')}</caption>
        <tbody>
          {order.items.map((item, index) => (
            <tr key={index}>
              <th
                scope="row"
                lang={langOf(item, 'name')}
                className="wrap-anywhere hyphens-auto py-0.5 pr-3 align-top font-normal"
              >
                {t('line', { quantity: item.quantity, name: item.name })}
              </th>
              <td className="py-0.5 text-right align-top tabular-nums">{money(item.totalMinor)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="font-semibold">
            <th scope="row" className="pt-1.5 pr-3">
              {t('total')}
            </th>
            <td className="pt-1.5 text-right tabular-nums">{money(order.totalMinor)}</td>
          </tr>
        </tfoot>
      </table>
      {order.notes && (
        <p className="wrap-anywhere text-ink-soft text-sm">{t('note', { note: order.notes })}</p>
      )}
    </div>
  );
}
