import type { Order } from '@gudbro/guest-api/order';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createOrderCalls } from '@/testing/order-calls';
import { startTestStays, type TestStays } from '@/testing/start-test-stays';

let stays: TestStays;
const { cartOf, place, list, read, cancel } = createOrderCalls(() => stays);

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

describe('GET /api/stay/[code]/orders', () => {
  test('a guest’s own orders are listed newest first', async () => {
    const { order } = await (await place(await cartOf('Local lager'))).json();
    const { orders } = await (await list()).json();
    expect(orders[0]).toEqual(order);
    const times = orders.map(({ createdAt }: Order) => createdAt);
    expect(times).toEqual(times.toSorted().reverse());
  });

  test('a guest’s own orders have the reason if they were rejected', async () => {
    const { orders } = await (await list()).json();
    const rejected = orders.find(({ status }: Order) => status === 'rejected');
    expect(rejected.rejectReason).toContain('taxi');
  });

  test('a guest’s own orders are a 304 without a body while they are unchanged', async () => {
    const { order } = await (await place(await cartOf('Local lager'))).json();
    const first = await list();
    const tag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    const again = await list({ tag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const one = await read(order.id);
    expect((await read(order.id, { tag: one.headers.get('etag') ?? '' })).status).toBe(304);
    await cancel(order.id);
    expect((await list({ tag })).status).toBe(200);
  });
});

describe('DELETE /api/stay/[code]/orders/[id]', () => {
  test('cancelling a pending order works, and a second request gets the same response', async () => {
    const { order } = await (await place(await cartOf('Local lager'))).json();
    for (const response of [await cancel(order.id), await cancel(order.id)]) {
      expect(response.status).toBe(200);
      expect((await response.json()).order).toMatchObject({ id: order.id, status: 'cancelled' });
    }
  });

  test('cancelling an order that the desk has confirmed is refused, with the step it is in', async () => {
    const { order } = await (await place(await cartOf('Local lager'))).json();
    await stays.database.sql("update public.accom_service_orders set status = 'confirmed' where id = $1", [
      order.id,
    ]);
    const response = await cancel(order.id);
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({
      error: 'illegal_step',
      from: 'confirmed',
      to: 'cancelled',
    });
  });
});
