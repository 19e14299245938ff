import { expect, test } from 'vitest';
import { createAddressLimiter } from './address-limiter.ts';

function makeLimiter(perMinute: number, maxEntries?: number) {
  let now = Date.parse('2026-11-21T12:00:00Z');
  const clock = () => new Date(now);
  const takeHit = createAddressLimiter({
    perMinute,
    clock,
    ...(maxEntries === undefined ? {} : { maxEntries }),
  });
  return { takeHit, wait: (seconds: number) => (now += seconds * 1000) };
}

test('an address limiter lets the limit through and then returns the seconds to wait', () => {
  const { takeHit, wait } = makeLimiter(2);
  expect([takeHit('a'), takeHit('a')]).toEqual([0, 0]);
  wait(20);
  expect(takeHit('a')).toBe(40);
  expect(takeHit('b')).toBe(0);
  wait(40);
  expect(takeHit('a')).toBe(0);
});

test('a full address limiter forgets the oldest caller', () => {
  const { takeHit } = makeLimiter(1, 2);
  takeHit('a');
  takeHit('b');
  takeHit('c');
  expect(takeHit('a')).toBe(0);
  expect(takeHit('c')).toBeGreaterThan(0);
});

test('a clock that is set back does not lock out a caller', () => {
  const { takeHit, wait } = makeLimiter(1);
  takeHit('a');
  wait(-3600);
  expect(takeHit('a')).toBe(0);
});
