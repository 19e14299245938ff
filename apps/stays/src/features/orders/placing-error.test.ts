import { expect, test } from 'vitest';
import type { ClientError } from '@/client/request-error';
import { isKeyUsed, newTotalOf, unavailableItemsOf } from './placing-error';

const items = [{ itemId: 'i', name: 'Night noodles', problem: 'too_many' as const, maxQuantity: 4 }];

test.each<[string, ClientError, object]>([
  ['a lost connection', { error: 'offline' }, {}],
  [
    'a changed total',
    { error: 'conflict', reason: 'total_changed', totalMinor: 72_000 },
    { newTotal: 72_000 },
  ],
  ['a changed total of 0', { error: 'conflict', reason: 'total_changed', totalMinor: 0 }, { newTotal: 0 }],
  [
    'a key that another order has used',
    { error: 'conflict', reason: 'key_was_used_for_another_order' },
    { isKeyUsed: true },
  ],
  ['unavailable items', { error: 'item_unavailable', items }, { items }],
  ['too many orders', { error: 'rate_limited', retryAfterSeconds: 42 }, {}],
  ['a constraint of the database', { error: 'conflict' }, {}],
])(
  'a placing error about %s is read as what the cart can act on, and as nothing else',
  (_case, error, expected) => {
    const read = {
      newTotal: newTotalOf(error),
      items: unavailableItemsOf(error),
      isKeyUsed: isKeyUsed(error),
    };
    expect(read).toEqual({ newTotal: null, items: null, isKeyUsed: false, ...expected });
  },
);
