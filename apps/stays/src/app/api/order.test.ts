import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createOrderCalls, sarah } from '@/testing/order-calls';
import { startTestStays, type TestStays } from '@/testing/start-test-stays';

let stays: TestStays;
const { findItem, cartOf, place, list } = createOrderCalls(() => stays);

beforeAll(async () => {
  stays = await startTestStays();
  // The first call opens the connection, which takes its time on a busy machine.
  await list();
});
afterAll(() => stays.close());

// Each story has a minute of its own, as far as the limits know.
beforeEach(async () => {
  await stays.database.sql('delete from public.rate_limits');
});

describe('placing an order', () => {
  test('is answered with the order, at the prices of the property', async () => {
    const lager = await findItem('Local lager');
    const body = {
      items: [{ itemId: lager, quantity: 2 }],
      notes: '  Cold, please. ',
      expectedTotalMinor: 60_000,
    };
    const response = await place(body);
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({
      order: {
        id: expect.any(String),
        number: expect.any(Number),
        status: 'pending',
        totalMinor: 60_000,
        currency: 'VND',
        items: [
          { itemId: lager, name: 'Local lager', quantity: 2, unitPriceMinor: 30_000, totalMinor: 60_000 },
        ],
        notes: 'Cold, please.',
        wantedAt: null,
        roomNumber: '203',
        bed: null,
        rejectReason: null,
        createdAt: expect.any(String),
        updatedAt: expect.any(String),
      },
    });
  });

  test('works at the address of the booking’s code as well', async () => {
    expect((await place(await cartOf('Local lager'), { code: sarah })).status).toBe(201);
  });

  test('the same cart again under its key is answered with the same order, as one that exists', async () => {
    const body = await cartOf('Fresh coconut');
    const key = crypto.randomUUID();
    const responses = [await place(body, { key }), await place(body, { key })];
    expect(responses.map(({ status }) => status)).toEqual([201, 200]);
    const [first, again] = await Promise.all(responses.map((response) => response.json()));
    expect(again).toEqual(first);
  });

  test('another cart under the same key is refused, with the reason', async () => {
    const key = crypto.randomUUID();
    await place(await cartOf('Fresh coconut'), { key });
    const response = await place({ ...(await cartOf('Fresh coconut')), notes: 'With a straw' }, { key });
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({
      error: 'conflict',
      reason: 'key_was_used_for_another_order',
    });
  });

  const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

  // Postgres takes no offset of sixteen hours or more, and the format of the API does.
  test.each([0, 14, 23])(
    'for later is answered with the time, given by an offset of %i hours',
    async (offset) => {
      const wantedAt = `${inHours(3).slice(0, 19)}Z`;
      const clockThere = new Date(Date.parse(wantedAt) + offset * 3_600_000).toISOString().slice(0, 19);
      const local = `${clockThere}+${String(offset).padStart(2, '0')}:00`;
      const response = await place({ ...(await cartOf('Local lager')), wantedAt: local });
      expect(response.status).toBe(201);
      expect((await response.json()).order.wantedAt).toBe(wantedAt);
    },
  );

  test.each([
    ['that has passed', -1, 'wanted_time_has_passed'],
    ['after check-out', 24 * 9, 'wanted_time_is_after_check_out'],
  ])('for a time %s is refused, with the reason', async (_case, hours, reason) => {
    const response = await place({ ...(await cartOf('Local lager')), wantedAt: inHours(hours) });
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ error: 'conflict', reason });
  });

  test('the same cart for another time under the same key is refused, with the reason', async () => {
    const key = crypto.randomUUID();
    await place({ ...(await cartOf('Fresh coconut')), wantedAt: inHours(2) }, { key });
    const response = await place({ ...(await cartOf('Fresh coconut')), wantedAt: inHours(3) }, { key });
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({
      error: 'conflict',
      reason: 'key_was_used_for_another_order',
    });
  });

  test.each([
    ['no key', null],
    ['a short key', 'short'],
    ['a key with spaces', 'a key with spaces'],
    ['a key that is too long', 'x'.repeat(101)],
  ])('is refused with %s', async (_case, key) => {
    const response = await place(await cartOf('Local lager'), { key });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      error: 'invalid_request',
      issues: [{ path: ['Idempotency-Key'] }],
    });
  });

  const itemId = '00000000-0000-4000-8000-000000000000';
  test.each([
    ['no items', { items: [] }],
    ['no such field as items', {}],
    ['a price of its own', { items: [{ itemId, quantity: 1, unitPriceMinor: 1 }] }],
    ['a field nobody asked for', { items: [{ itemId, quantity: 1 }], status: 'delivered' }],
    ['none of an item', { items: [{ itemId, quantity: 0 }] }],
    ['half an item', { items: [{ itemId, quantity: 0.5 }] }],
    ['a hundred of an item', { items: [{ itemId, quantity: 100 }] }],
    ['an id that is none', { items: [{ itemId: "' or 1=1", quantity: 1 }] }],
    ['a note that is too long', { items: [{ itemId, quantity: 1 }], notes: 'x'.repeat(501) }],
    ['a time that is none', { items: [{ itemId, quantity: 1 }], wantedAt: 'tomorrow' }],
    ['a time without an offset', { items: [{ itemId, quantity: 1 }], wantedAt: '2030-01-01T08:00:00' }],
    ['a time in the year 0', { items: [{ itemId, quantity: 1 }], wantedAt: '0000-01-01T00:00:00Z' }],
    ['a total below nothing', { items: [{ itemId, quantity: 1 }], expectedTotalMinor: -1 }],
    ['too many lines', { items: Array.from({ length: 51 }, () => ({ itemId, quantity: 1 })) }],
  ])('is refused with %s', async (_case, body) => {
    const response = await place(body);
    expect(response.status).toBe(400);
    expect((await response.json()).error).toBe('invalid_request');
  });

  test('another total than the guest expects is refused, and the total is told', async () => {
    const refused = await place({ ...(await cartOf('Local lager', 2)), expectedTotalMinor: 64_000 });
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({
      error: 'conflict',
      reason: 'total_changed',
      totalMinor: 60_000,
    });
  });

  test('an item of another property is refused as gone, and its name is not told', async () => {
    const response = await place(await cartOf('Pastel de nata'));
    expect(response.status).toBe(409);
    expect((await response.json()).items).toEqual([
      { itemId: expect.any(String), name: '', problem: 'gone', maxQuantity: null },
    ]);
  });
});
