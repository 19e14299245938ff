import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ApiFailure } from '../actions/api-failure';
import { readPlacingRefusal } from './placing-refusal';

const problem = { itemId: 'i', name: 'Night noodles', problem: 'too_many', maxQuantity: 4 };

test.each([
  ['want of a connection', new ApiFailure('offline', null, {}), { kind: 'offline' }],
  [
    'another total',
    new ApiFailure('conflict', null, { reason: 'total_changed', totalMinor: 72_000 }),
    { kind: 'total_changed', oldTotalMinor: 70_000, newTotalMinor: 72_000 },
  ],
  [
    'a key of another cart',
    new ApiFailure('conflict', null, { reason: 'key_was_used_for_another_order' }),
    { kind: 'key_was_used' },
  ],
  [
    'items that are not available',
    new ApiFailure('item_unavailable', null, { items: [problem] }),
    { kind: 'unavailable', items: [problem] },
  ],
  ['too many orders', new ApiFailure('rate_limited', 42, {}), { kind: 'limited', seconds: 42 }],
  ['a stay that is over', new ApiFailure('stay_ended', null, {}), { kind: 'stay_ended' }],
  [
    'a booking to be confirmed',
    new ApiFailure('illegal_step', null, { reason: 'stay_is_not_confirmed' }),
    { kind: 'not_confirmed' },
  ],
  ['a database that is away', new ApiFailure('unavailable', 5, {}), { kind: 'failed' }],
  ['a fault of our own', new TypeError('x'), { kind: 'failed' }],
])('an order refused for %s is told to the guest as that', (_case, thrown, expected) => {
  expect(readPlacingRefusal(thrown, 70_000)).toEqual(expected);
});

test('a refused order whose response has an unknown form is told as a failure', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('conflict', 'item_unavailable'),
      fc.dictionary(fc.constantFrom('items', 'reason', 'totalMinor'), fc.anything()),
      (code, more) => {
        expect(['failed', 'unavailable', 'total_changed', 'key_was_used']).toContain(
          readPlacingRefusal(new ApiFailure(code, null, more), 0).kind,
        );
      },
    ),
  );
});
