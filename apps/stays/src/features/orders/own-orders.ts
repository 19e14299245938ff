import type { QueryClient } from '@tanstack/react-query';
import { fastestPollingMs } from '../actions/polling-interval';
import type { Order } from './order';
import { nextPollMs, type PollMs } from './poll-pace';

/** What is known of the guest's own orders, and how soon to ask again. */
export type OwnOrders = { orders: readonly Order[]; pollMs: PollMs };

export function ordersKey(code: string) {
  return ['orders', code] as const;
}

/** The orders just read, with the pace that follows from what was known before. */
export function readAgain(client: QueryClient, code: string, orders: readonly Order[]): OwnOrders {
  const before = client.getQueryData<OwnOrders>(ordersKey(code));
  return { orders, pollMs: nextPollMs(before, orders) };
}

/** Writes an order that was just placed or cancelled into what is known, ahead of the next poll. */
export function rememberOrder(client: QueryClient, code: string, order: Order): void {
  client.setQueryData<OwnOrders>(ordersKey(code), (known) => {
    const orders = known?.orders ?? [];
    const isKnown = orders.some(({ id }) => id === order.id);
    return {
      orders: isKnown ? orders.map((one) => (one.id === order.id ? order : one)) : [order, ...orders],
      pollMs: fastestPollingMs,
    };
  });
}

/** The order that was placed a moment ago, to be greeted with in the list. */
export function placedKey(code: string) {
  return ['placed-order', code] as const;
}
