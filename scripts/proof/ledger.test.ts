import { expect, test } from 'vitest';
import { compareLedger, type Kept, type Told } from './ledger.ts';

const told = (more: Partial<Told> = {}): Told => ({
  what: 'order',
  key: 'key-1',
  canary: 'Canary00001',
  id: 'order-1',
  isRefused: false,
  isUncertain: false,
  isCancelled: false,
  ...more,
});
const kept = (more: Partial<Kept> = {}): Kept => ({
  what: 'order',
  id: 'order-1',
  key: 'key-1',
  canary: 'Canary00001',
  isCancelled: false,
  isWhole: true,
  ...more,
});

test('an order that was acknowledged and kept once is right', () => {
  expect(compareLedger([told()], [kept()])).toEqual({
    told: 1,
    acknowledged: 1,
    lost: 0,
    doubled: 0,
    violations: [],
  });
});

test('an order without a response may be there or not', () => {
  const unanswered = told({ id: null, isUncertain: true });
  expect(compareLedger([unanswered], []).violations).toEqual([]);
  expect(compareLedger([unanswered], [kept()]).violations).toEqual([]);
});

test('counts what was lost and what was doubled', () => {
  expect(compareLedger([told()], [])).toMatchObject({ lost: 1, doubled: 0 });
  expect(compareLedger([told()], [kept(), kept({ id: 'order-2' })])).toMatchObject({ lost: 0, doubled: 1 });
});

test.each<[string, Told, Kept[]]>([
  ['acknowledged and lost', told(), []],
  ['made 2 times', told({ id: null }), [kept(), kept({ id: 'order-2' })]],
  ['refused and made', told({ id: null, isRefused: true }), [kept()]],
  ['acknowledged as order-1 and kept as order-2', told(), [kept({ id: 'order-2' })]],
  ['belongs to Canary00002 and not to Canary00001', told(), [kept({ canary: 'Canary00002' })]],
  ['cancelled and still there', told({ isCancelled: true }), [kept()]],
  ['kept without all of its lines', told(), [kept({ isWhole: false })]],
])('reports what was %s', (problem, sent, rows) => {
  expect(compareLedger([sent], rows).violations).toEqual([`order key-1: ${problem}`]);
});

test('reports a row that nobody sent, and takes no report for an order of the same key', () => {
  expect(compareLedger([], [kept()]).violations).toEqual(['order order-1: no guest sent it']);
  expect(compareLedger([told()], [kept({ what: 'report' })])).toMatchObject({ lost: 1 });
});
