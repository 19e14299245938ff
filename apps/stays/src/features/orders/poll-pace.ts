import type { Order } from './order';

/** Milliseconds to the next question, or false: nothing can change any more. */
export type PollMs = number | false;

type Watched = Pick<Order, 'id' | 'status'>;

export const fastestPollMs = 4_000;
export const slowestPollMs = 30_000;
const backOff = 1.5;

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
  if (before === undefined || before.pollMs === false || describe(before.orders) !== describe(orders)) {
    return fastestPollMs;
  }
  return Math.min(before.pollMs * backOff, slowestPollMs);
}

function describe(orders: readonly Watched[]): string {
  return orders.map(({ id, status }) => `${id} ${status}`).join();
}
