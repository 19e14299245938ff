'use client';

import type { Order } from '@gudbro/guest-api/order';
import { Button } from '@gudbro/ui/button';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useIsOnline } from '@/client/use-is-online';
import type { SheetProps } from '@/shell/actions/load-sheets';
import { useStayPage } from '@/shell/actions/session-context';
import { CallDesk } from '@/shell/sheets/call-desk';
import { ListAge } from '@/shell/sheets/list-age';
import { ListSkeleton } from '@/shell/sheets/list-skeleton';
import { RetryNotice } from '@/shell/sheets/retry-notice';
import { Sheet } from '@/shell/sheets/sheet';
import { isOpen } from './is-open';
import { OrderCard, PastOrder } from './order-card';
import { ordersKey, placedKey } from './own-orders';
import { PlacedNotice } from './placed-notice';
import { useOrderPolling } from './use-order-polling';
import { useStatusAnnouncement } from './use-status-announcement';

/** The guest's own orders, newest first. Open orders are polled. */
export function OrdersSheet({ onClose }: SheetProps) {
  const t = useTranslations('Orders');
  const { page } = useStayPage();
  const client = useQueryClient();
  const { data, isError, refetch, dataUpdatedAt } = useOrderPolling();
  const isOnline = useIsOnline();
  const isStale = isError || !isOnline;
  const [placedId] = useState(() => client.getQueryData<string>(placedKey(page.code)));
  const placed = data?.find(({ id }) => id === placedId);
  const announcement = useStatusAnnouncement(data ?? undefined);

  useEffect(() => () => client.removeQueries({ queryKey: placedKey(page.code) }), [client, page.code]);

  useEffect(() => {
    if (data === null) {
      // The guest closed the verification sheet. Drop the result, so that the next opening verifies again.
      client.removeQueries({ queryKey: ordersKey(page.code) });
      onClose();
    }
  }, [data, client, page.code, onClose]);

  return (
    <Sheet title={t('title')} onClose={onClose}>
      <p role="status" className="sr-only">
        {announcement}
      </p>
      {placed && !isWithdrawn(placed) && <PlacedNotice order={placed} />}
      {data && <ListAge since={isStale ? dataUpdatedAt : null} format={(ago) => t('stale', { ago })} />}
      {data ? (
        <>
          <OrderList orders={data} placedId={placedId} onClose={onClose} />
          <CallDesk />
        </>
      ) : (
        !isStale && <ListSkeleton heights={['h-40', 'h-14']} />
      )}
      {isStale && !data && <RetryNotice text={t('failed')} onRetry={() => void refetch()} />}
    </Sheet>
  );
}

/** Nothing is brought any more: the guest cancelled it, or the desk declined it. */
function isWithdrawn({ status }: Order): boolean {
  return status === 'cancelled' || status === 'rejected';
}

type OrderListProps = { orders: readonly Order[]; placedId: string | undefined; onClose: () => void };

function OrderList({ orders, placedId, onClose }: OrderListProps) {
  const t = useTranslations('Orders');
  // Orders that were open when the sheet opened stay in the upper list after they end, so that nothing jumps.
  const [shown] = useState(() => new Set(orders.filter(isOpen).map(({ id }) => id)));
  const isCurrent = (order: Order) => isOpen(order) || shown.has(order.id) || order.id === placedId;
  const past = orders.filter((order) => !isCurrent(order));
  if (orders.length === 0) {
    return (
      <>
        <p className="text-pretty leading-relaxed">{t('empty')}</p>
        <Button variant="secondary" className="mt-5 w-full" onClick={onClose}>
          {t('back')}
        </Button>
      </>
    );
  }
  return (
    <div className="space-y-6">
      <ul className="space-y-4 empty:hidden">
        {orders.filter(isCurrent).map((order) => (
          <OrderCard key={order.id} order={order} isAnnounced={order.id === placedId} />
        ))}
      </ul>
      {past.length > 0 && (
        <section>
          <h3 className="text-ink-soft text-sm">{t('past')}</h3>
          <ul className="divide-y divide-line">
            {past.map((order) => (
              <PastOrder key={order.id} order={order} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
