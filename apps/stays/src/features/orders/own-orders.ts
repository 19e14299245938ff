import type { Order } from '@gudbro/guest-api/order';
import type { QueryClient } from '@tanstack/react-query';

export function ordersKey(code: string) {
  return ['orders', code] as const;
}

/** Writes an order that was just placed or cancelled into the cached list, ahead of the next poll. */
export function cacheOrder(client: QueryClient, code: string, order: Order): void {
  client.setQueryData<readonly Order[] | null>(ordersKey(code), (cached) => {
    const orders = cached ?? [];
    const isKnown = orders.some(({ id }) => id === order.id);
    return isKnown ? orders.map((one) => (one.id === order.id ? order : one)) : [order, ...orders];
  });
}

/** The query key of the order that was just placed, which the list then confirms. */
export function placedKey(code: string) {
  return ['placed-order', code] as const;
}
