import { expect, test } from 'vitest';
import type { ClientError } from '../actions/request-error';
import { isKeyUsed, newTotalOf, unavailableItemsOf } from './placing-error';

const items = [{ itemId: 'i', name: 'Night noodles', problem: 'too_many' as const, maxQuantity: 4 }];

test.each<[string, ClientError, object]>([
  ['no line', { error: 'offline' }, {}],
  ['another total', { error: 'conflict', reason: 'total_changed', totalMinor: 72_000 }, { newTotal: 72_000 }],
  [
    'another total of nothing',
    { error: 'conflict', reason: 'total_changed', totalMinor: 0 },
    { newTotal: 0 },
  ],
  [
    'a key of another cart',
    { error: 'conflict', reason: 'key_was_used_for_another_order' },
    { isKeyUsed: true },
  ],
  ['items that cannot be had', { error: 'item_unavailable', items }, { items }],
  ['too many orders', { error: 'rate_limited', retryAfterSeconds: 42 }, {}],
  ['a constraint of the database', { error: 'conflict' }, {}],
])('of %s the cart is told what it can act on, and nothing else', (_case, error, expected) => {
  const read = {
    newTotal: newTotalOf(error),
    items: unavailableItemsOf(error),
    isKeyUsed: isKeyUsed(error),
  };
  expect(read).toEqual({ newTotal: null, items: null, isKeyUsed: false, ...expected });
});
