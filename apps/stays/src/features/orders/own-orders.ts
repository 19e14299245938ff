import type { QueryClient } from '@tanstack/react-query';
import { fastestPollingMs } from '../actions/polling-interval';
import type { Order } from './order';
import { nextPollMs, type PollMs } from './poll-pace';

/** The guest's own orders, and the delay until the next poll. */
export type OwnOrders = { orders: readonly Order[]; pollMs: PollMs };

export function ordersKey(code: string) {
  return ['orders', code] as const;
}

/** The orders that were just read, with the delay that follows from what was cached before. */
export function toOwnOrders(client: QueryClient, code: string, orders: readonly Order[]): OwnOrders {
  const before = client.getQueryData<OwnOrders>(ordersKey(code));
  return { orders, pollMs: nextPollMs(before, orders) };
}

/** Writes an order that was just placed or cancelled into the cached list, ahead of the next poll. */
export function cacheOrder(client: QueryClient, code: string, order: Order): void {
  client.setQueryData<OwnOrders>(ordersKey(code), (cached) => {
    const orders = cached?.orders ?? [];
    const isKnown = orders.some(({ id }) => id === order.id);
    return {
      orders: isKnown ? orders.map((one) => (one.id === order.id ? order : one)) : [order, ...orders],
      pollMs: fastestPollingMs,
    };
  });
}

/** The query key of the order that was just placed, which the list then confirms. */
export function placedKey(code: string) {
  return ['placed-order', code] as const;
}
