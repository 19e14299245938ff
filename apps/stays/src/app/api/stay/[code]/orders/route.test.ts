import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createOrderCalls, sarah } from '@/testing/order-calls';
import { startTestStays, type TestStays } from '@/testing/start-test-stays';

let stays: TestStays;
const { findItem, cartOf, place, list, meanwhile } = createOrderCalls(() => stays);

beforeAll(async () => {
  stays = await startTestStays();
  // The first call opens the connection, which is slow on a busy machine.
  await list();
});
afterAll(() => stays.close());

// Each test starts with fresh limits.
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

describe('POST /api/stay/[code]/orders', () => {
  test('placing an order responds with the order, at the property’s prices', async () => {
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

  test('placing an order works under the booking’s code as well as under the room’s', async () => {
    expect((await place(await cartOf('Local lager'), { code: sarah })).status).toBe(201);
  });

  test('placing an order again under the same key responds with the same order, and does not count for the limit', async () => {
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

  test('placing one cart 64 times at once under one key makes one order', async () => {
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
  ])('placing an order under a used key but with %s is refused', async (_case, other) => {
    const key = crypto.randomUUID();
    await place(await cartOf('Fresh coconut'), { key });
    const response = await place(await other(), { key });
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({
      error: 'conflict',
      reason: 'key_was_used_for_another_order',
    });
  });

  test('placing an order under a key that another guest has used works', async () => {
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
  ])('placing an order is refused with %s', async (_case, key) => {
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
    ['no field items', {}],
    ['a price', { items: [{ itemId, quantity: 1, unitPriceMinor: 1 }] }],
    ['an unknown field', { items: [{ itemId, quantity: 1 }], status: 'delivered' }],
    ['a quantity of zero', { items: [{ itemId, quantity: 0 }] }],
    ['a quantity of one half', { items: [{ itemId, quantity: 0.5 }] }],
    ['a quantity of a hundred', { items: [{ itemId, quantity: 100 }] }],
    ['an item id that is no id', { items: [{ itemId: "' or 1=1", quantity: 1 }] }],
    ['a note that is too long', { items: [{ itemId, quantity: 1 }], notes: 'x'.repeat(501) }],
    ['a negative total', { items: [{ itemId, quantity: 1 }], expectedTotalMinor: -1 }],
    ['too many lines', { items: Array.from({ length: 51 }, () => ({ itemId, quantity: 1 })) }],
  ])('placing an order is refused with %s', async (_case, body) => {
    const response = await place(body);
    expect(response.status).toBe(400);
    expect((await response.json()).error).toBe('invalid_request');
  });

  test('placing an order at a price that has changed is refused with the new total, and works with that total', async () => {
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

  test('placing an order with unavailable items is refused with the name and reason of each, and places nothing', async () => {
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
    const { error, items: unavailable } = await response.json();
    expect(error).toBe('item_unavailable');
    expect(unavailable).toEqual([
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

  test('placing an order with an item of another property is refused without revealing the item’s name', async () => {
    const response = await place(await cartOf('Pastel de nata'));
    expect(response.status).toBe(409);
    expect((await response.json()).items).toEqual([
      { itemId: expect.any(String), name: '', problem: 'gone', maxQuantity: null },
    ]);
  });

  test('placing an order works ten times a minute, and is limited then', async () => {
    const statuses: number[] = [];
    let refused: Response | undefined;
    // The minute may change while this runs and reset the count, but 21 orders do not fit in two minutes.
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
