import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fastestPollingMs, slowestPollingMs } from '../actions/polling-interval';
import { orderStatuses } from './order';
import { isOpen, nextPollMs, type PollMs } from './poll-pace';

const orders = fc.array(fc.record({ id: fc.uuid(), status: fc.constantFrom(...orderStatuses) }), {
  minLength: 1,
  maxLength: 4,
});
const pending = [{ id: '1', status: 'pending' as const }];
const confirmed = [{ id: '1', status: 'confirmed' as const }];

test('orders are not polled once every order has ended', () => {
  fc.assert(
    fc.property(orders, (list) => {
      expect(nextPollMs(undefined, list) === false).toBe(!list.some(isOpen));
    }),
  );
  expect(nextPollMs(undefined, [])).toBe(false);
});

test('the delay between polls of orders starts at 4 s and grows by half while nothing changes, up to 30 s', () => {
  const paces: PollMs[] = [nextPollMs(undefined, pending)];
  for (let poll = 0; poll < 7; poll += 1) {
    paces.push(nextPollMs({ orders: pending, pollMs: paces.at(-1) ?? false }, pending));
  }
  expect(paces).toEqual([4_000, 6_000, 9_000, 13_500, 20_250, 30_000, 30_000, 30_000]);
});

test.each([
  ['a status changed', pending, confirmed],
  ['an order was added', confirmed, [...pending, ...confirmed.map((order) => ({ ...order, id: '2' }))]],
])('orders are polled at the fastest pace again when %s', (_case, before, after) => {
  expect(nextPollMs({ orders: before, pollMs: slowestPollingMs }, after)).toBe(fastestPollingMs);
});

test('orders are polled at the fastest pace for a new order after all had ended', () => {
  expect(nextPollMs({ orders: [], pollMs: false }, pending)).toBe(fastestPollingMs);
});

test('the delay between polls of orders never leaves its bounds', () => {
  const paces = fc.integer({ min: fastestPollingMs, max: slowestPollingMs });
  fc.assert(
    fc.property(orders, orders, paces, (before, after, pollMs) => {
      const next = nextPollMs({ orders: before, pollMs }, after);
      expect(next === false || (next >= fastestPollingMs && next <= slowestPollingMs)).toBe(true);
    }),
  );
});
