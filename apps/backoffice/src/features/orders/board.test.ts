import { expect, test } from 'vitest';
import { findColumn, findNextStep, hasCategory, sortIntoColumns } from './board.ts';
import { listAlarms } from './list-alarms.ts';
import type { BoardOrder } from './queries.ts';
import { readUrgency } from './urgency.ts';

const noon = Date.parse('2026-11-27T12:00:00Z');
const minutesAgo = (minutes: number) => new Date(noon - minutes * 60_000).toISOString();
const limits = { slowMinutes: 5, lateMinutes: 10 };

function order(values: Partial<BoardOrder> = {}): BoardOrder {
  return {
    id: 'one',
    number: 1,
    status: 'pending',
    roomNumber: '203',
    bed: null,
    guestName: 'Sarah Johnson',
    notes: '',
    wantedAt: null,
    rejectReason: null,
    cancellationSeenAt: null,
    createdAt: minutesAgo(0),
    changedAt: minutesAgo(0),
    currency: 'VND',
    totalMinor: 0,
    ownStep: null,
    items: [],
    ...values,
  };
}

test.each([
  ['a new order', order(), 'new', 'confirmed'],
  ['a confirmed one', order({ status: 'confirmed' }), 'confirmed', 'preparing'],
  ['one being prepared', order({ status: 'preparing' }), 'preparing', 'delivered'],
  ['a delivered one', order({ status: 'delivered' }), 'ended', null],
  ['a rejected one', order({ status: 'rejected' }), 'ended', null],
  ['one that its guest cancelled', order({ status: 'cancelled' }), 'new', null],
  [
    'a cancelled one that was read',
    order({ status: 'cancelled', cancellationSeenAt: minutesAgo(1) }),
    'ended',
    null,
  ],
] as const)('%s stands in its column with its one step forward', (_, one, column, step) => {
  expect(findColumn(one)).toBe(column);
  expect(findNextStep(one.status)).toBe(step);
});

test('what ended last stands first, and everything else in the order of the list', () => {
  const [first, second] = [order({ id: 'first' }), order({ id: 'second' })];
  const [earlier, later] = [
    order({ id: 'earlier', status: 'delivered', changedAt: minutesAgo(9) }),
    order({ id: 'later', status: 'delivered', changedAt: minutesAgo(2) }),
  ];
  expect(sortIntoColumns([first, earlier, second, later])).toEqual({
    new: [first, second],
    confirmed: [],
    preparing: [],
    ended: [later, earlier],
  });
});

test.each([
  ['came now', order(), 0, 'fresh'],
  ['is not yet slow', order({ createdAt: minutesAgo(4.9) }), 4, 'fresh'],
  ['is slow', order({ createdAt: minutesAgo(5) }), 5, 'slow'],
  ['is late', order({ createdAt: minutesAgo(10) }), 10, 'late'],
  [
    'is wanted later and waits for an answer',
    order({ createdAt: minutesAgo(11), wantedAt: minutesAgo(-60) }),
    11,
    'late',
  ],
  [
    'is confirmed for later',
    order({ status: 'confirmed', createdAt: minutesAgo(90), wantedAt: minutesAgo(-30) }),
    -30,
    'fresh',
  ],
  [
    'was wanted before',
    order({ status: 'preparing', createdAt: minutesAgo(90), wantedAt: minutesAgo(12) }),
    12,
    'late',
  ],
] as const)('an order that %s says so', (_, one, minutes, level) => {
  expect(readUrgency(one, limits, noon)).toEqual({ minutes, level });
});

test('each order is heard once for each thing that happens to it, a cancelled one first', () => {
  const orders = [
    order({ id: 'new' }),
    order({ id: 'late', status: 'preparing', createdAt: minutesAgo(20) }),
    order({ id: 'cancelled', status: 'cancelled' }),
    order({ id: 'read', status: 'cancelled', cancellationSeenAt: minutesAgo(1) }),
    order({ id: 'delivered', status: 'delivered', createdAt: minutesAgo(50) }),
  ];
  expect(listAlarms(orders, limits, noon)).toEqual([
    { key: 'cancelled-cancelled', tone: 'cancelled' },
    { key: 'new-new', tone: 'new' },
    { key: 'late-late', tone: 'late' },
  ]);
});

test('an order belongs to each category of its lines', () => {
  const line = { name: 'Lager', quantity: 1, totalMinor: null };
  const one = order({
    items: [
      { ...line, categoryId: 'drinks' },
      { ...line, categoryId: null },
    ],
  });
  expect(hasCategory(one, 'drinks')).toBe(true);
  expect(hasCategory(one, 'food')).toBe(false);
});
