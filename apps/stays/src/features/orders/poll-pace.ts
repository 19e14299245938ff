import { fastestPollingMs, nextPollingDelay } from '../actions/polling-interval';
import type { Order } from './order';

/** Milliseconds to the next question, or false: nothing can change any more. */
export type PollMs = number | false;

type Watched = Pick<Order, 'id' | 'status'>;

const openStatuses: readonly Order['status'][] = ['pending', 'confirmed', 'preparing'];

export function isOpen({ status }: Pick<Order, 'status'>): boolean {
  return openStatuses.includes(status);
}

/** Fast after a change, slower while nothing happens, not at all once every order has come to its end. */
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
    hasChanged: describe(before.orders) !== describe(orders),
  });
}

function describe(orders: readonly Watched[]): string {
  return orders.map(({ id, status }) => `${id} ${status}`).join();
}
