import { expect, test } from 'vitest';
import { pollingInterval } from './polling-interval.ts';

const isOpen = (status: string) => status === 'open';

test('what is open is read again within three seconds, and what has ended less often', () => {
  const whileOpen = Number(pollingInterval(['ended', 'open'], isOpen));
  const onceEnded = Number(pollingInterval(['ended'], isOpen));
  expect(whileOpen).toBeGreaterThan(0);
  expect(whileOpen).toBeLessThan(3_000);
  expect(onceEnded).toBeGreaterThan(whileOpen);
});

test('an empty list is not read again', () => {
  expect(pollingInterval([], isOpen)).toBe(false);
});
