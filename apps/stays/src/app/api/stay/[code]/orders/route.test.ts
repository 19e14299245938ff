import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createOrderCalls, sarah } from '@/testing/order-calls';
import { startTestStays, type TestStays } from '@/testing/start-test-stays';

let stays: TestStays;
const { findItem, cartOf, place, list, meanwhile } = createOrderCalls(() => stays);

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

const countOrders = async () => {
  const [row] = await stays.database.sql<{ count: number }>(
    'select count(*)::integer as count from public.accom_service_orders',
  );
  return row?.count ?? Number.NaN;
};

const setItem = (name: string, columns: string) =>
  `update public.accom_service_items set ${columns} where name = '${name}'`;

describe('placing', () => {
  test('answers with the order, at the prices of the house', async () => {
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
        status: 'pending',
        totalMinor: 60_000,
        currency: 'VND',
        items: [
          { itemId: lager, name: 'Local lager', quantity: 2, unitPriceMinor: 30_000, totalMinor: 60_000 },
        ],
        notes: 'Cold, please.',
        rejectReason: null,
        createdAt: expect.any(String),
        updatedAt: expect.any(String),
      },
    });
  });

  test('works under the booking’s own code as well', async () => {
    expect((await place(await cartOf('Local lager'), { code: sarah })).status).toBe(201);
  });

  test('the same key again answers the same order, and is not counted', async () => {
    const body = await cartOf('Fresh coconut');
    const key = 'retry-of-one-cart';
    const first = await place(body, { key });
    const replays = await Promise.all(Array.from({ length: 12 }, () => place(body, { key })));
    expect(new Set(replays.map(({ status }) => status))).toEqual(new Set([200]));
    const original = await first.json();
    for (const replay of replays) {
      expect(await replay.json()).toEqual(original);
    }
  });

  test('64 placements of one cart at once make one order', async () => {
    const body = await cartOf('Sliced mango', 2);
    const key = 'sixty-four-at-once';
    const before = await countOrders();
    const responses = await Promise.all(Array.from({ length: 64 }, () => place(body, { key })));
    const statuses = responses.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array.from({ length: 63 }, () => 200), 201]);
    const ids = await Promise.all(responses.map(async (response) => (await response.json()).order.id));
    expect(new Set(ids).size).toBe(1);
    expect(await countOrders()).toBe(before + 1);
  });

  test.each([
    ['other items', async () => cartOf('Fresh coconut', 2)],
    ['another note', async () => ({ ...(await cartOf('Fresh coconut')), notes: 'With a straw' })],
  ])('the same key with %s is refused', async (_case, other) => {
    const key = crypto.randomUUID();
    await place(await cartOf('Fresh coconut'), { key });
    const response = await place(await other(), { key });
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({
      error: 'conflict',
      reason: 'key_was_used_for_another_order',
    });
  });

  test('one guest’s key is free for another', async () => {
    const key = crypto.randomUUID();
    await place(await cartOf('Fresh coconut'), { key });
    const other = await place(await cartOf('Fruit basket'), { key, as: 'BK-BEACH2', code: 'BK-BEACH2' });
    expect(other.status).toBe(201);
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
    ['a total below nothing', { items: [{ itemId, quantity: 1 }], expectedTotalMinor: -1 }],
    ['too many lines', { items: Array.from({ length: 51 }, () => ({ itemId, quantity: 1 })) }],
  ])('is refused with %s', async (_case, body) => {
    const response = await place(body);
    expect(response.status).toBe(400);
    expect((await response.json()).error).toBe('invalid_request');
  });

  test('a price that changed meanwhile is told, not charged', async () => {
    await meanwhile(
      setItem('Local lager', 'price = 32000'),
      setItem('Local lager', 'price = 30000'),
      async () => {
        const cart = await cartOf('Local lager', 2);
        const key = crypto.randomUUID();
        const refused = await place({ ...cart, expectedTotalMinor: 60_000 }, { key });
        expect(refused.status).toBe(409);
        expect(await refused.json()).toMatchObject({
          error: 'conflict',
          reason: 'total_changed',
          totalMinor: 64_000,
        });
        const agreed = await place({ ...cart, expectedTotalMinor: 64_000 }, { key });
        expect(agreed.status).toBe(201);
        expect((await agreed.json()).order.totalMinor).toBe(64_000);
      },
    );
  });

  test('what cannot be had is told by name, each with its reason, and nothing is placed', async () => {
    const names = [
      'Night noodles with egg',
      'Sliced mango',
      'Fresh coconut',
      'Local lager',
      'Still water, 1.5 litres',
    ];
    const [noodles, mango, coconut, lager, water] = await Promise.all(names.map(findItem));
    await stays.database.sql(setItem('Night noodles with egg', 'is_sold_out = true'));
    await stays.database.sql(setItem('Sliced mango', 'is_active = false'));
    await stays.database.sql(
      `update public.accom_service_items set available_from = here::time + interval '2 hours', available_to = here::time + interval '3 hours'
       from (select now() at time zone 'Asia/Ho_Chi_Minh' as here) clock where name = 'Fresh coconut'`,
    );
    const before = await countOrders();
    const items = [noodles, mango, coconut, water].map((id) => ({ itemId: id, quantity: 1 }));
    const response = await place({ items: [...items, { itemId: lager, quantity: 13 }] });
    expect(response.status).toBe(409);
    const { error, items: told } = await response.json();
    expect(error).toBe('item_unavailable');
    expect(told).toEqual([
      { itemId: noodles, name: 'Night noodles with egg', problem: 'sold_out', maxQuantity: 4 },
      { itemId: mango, name: 'Sliced mango', problem: 'gone', maxQuantity: 4 },
      { itemId: coconut, name: 'Fresh coconut', problem: 'closed', maxQuantity: 6 },
      { itemId: lager, name: 'Local lager', problem: 'too_many', maxQuantity: 12 },
    ]);
    expect(await countOrders()).toBe(before);
    await stays.database.sql(setItem('Night noodles with egg', 'is_sold_out = false'));
    await stays.database.sql(setItem('Sliced mango', 'is_active = true'));
    await stays.database.sql(setItem('Fresh coconut', 'available_from = null, available_to = null'));
  });

  test('another house’s item is gone, without its name', async () => {
    const response = await place(await cartOf('Pastel de nata'));
    expect(response.status).toBe(409);
    expect((await response.json()).items).toEqual([
      { itemId: expect.any(String), name: '', problem: 'gone', maxQuantity: null },
    ]);
  });

  test('ten orders of a minute are placed, and the next has to wait', async () => {
    const statuses: number[] = [];
    let refused: Response | undefined;
    // Twenty-one cannot fit into the minute this began in and the next.
    while (refused === undefined && statuses.length < 21) {
      const response = await place(await cartOf('Local lager'));
      statuses.push(response.status);
      refused = response.status === 201 ? undefined : response;
    }
    expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 201));
    expect(refused?.status).toBe(429);
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
