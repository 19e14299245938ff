import { fastestPollingMs, nextPollingDelay } from '../actions/polling-interval';
import type { Order } from './order';

/** Milliseconds until the next poll, or false if nothing can change any more. */
export type PollMs = number | false;

type Watched = Pick<Order, 'id' | 'status'>;

const openStatuses: readonly Order['status'][] = ['pending', 'confirmed', 'preparing'];

export function isOpen({ status }: Pick<Order, 'status'>): boolean {
  return openStatuses.includes(status);
}

/** Short after a change, longer while nothing changes, false once every order has ended. */
export function nextPollMs(
  before: { orders: readonly Watched[]; pollMs: PollMs } | undefined,
  orders: readonly Watched[],
): PollMs {
  if (!orders.some(isOpen)) {
    return false;
  }
  if (before === undefined || before.pollMs === false) {
    return fastestPollingMs;
  }
  return nextPollingDelay({
    delayMs: before.pollMs,
    hasChanged: fingerprintOf(before.orders) !== fingerprintOf(orders),
  });
}

function fingerprintOf(orders: readonly Watched[]): string {
  return orders.map(({ id, status }) => `${id} ${status}`).join();
}
