import { createGuestClient, GuestApiError } from '@gudbro/guest-api/create-guest-client';
import { expect, test } from '@playwright/test';
import { product } from './product';

test('another app of the company scans, proves a stay and orders by the typed client', async () => {
  const roomCode = 'RM-SUNSET22';
  const scanned = await createGuestClient({ url: product.staysUrl }).request(
    'GET /api/stay/room/[roomCode]',
    { params: { roomCode } },
  );
  const browsing = createGuestClient({ url: product.staysUrl, token: String(scanned.token) });
  const { categories } = await browsing.request('GET /api/stay/[code]/services', {
    params: { code: roomCode },
  });
  const item = categories.flatMap(({ items }) => items).find(({ name }) => name === 'Fresh coconut');

  const refused = browsing.request('GET /api/stay/[code]/orders', { params: { code: roomCode } });
  await expect(refused).rejects.toThrow(GuestApiError);
  await expect(refused).rejects.toMatchObject({ status: 403, body: { error: 'verification_required' } });

  const verified = await browsing.request('POST /api/stay/room/[roomCode]/verify', {
    ...{ params: { roomCode }, body: { lastName: 'Johnson' } },
  });
  const client = createGuestClient({ url: product.staysUrl, token: String(verified.token) });
  const params = { code: roomCode };
  const body = { items: [{ itemId: String(item?.id), quantity: 1 }], notes: 'From another app' };
  const idempotencyKey = crypto.randomUUID();
  const { order } = await client.request('POST /api/stay/[code]/orders', { params, body, idempotencyKey });
  const again = await client.request('POST /api/stay/[code]/orders', { params, body, idempotencyKey });
  expect(again.order.id).toBe(order.id);
  const { orders } = await client.request('GET /api/stay/[code]/orders', { params });
  expect(orders.map(({ id }) => id)).toContain(order.id);
  await client.request('DELETE /api/stay/[code]/orders/[id]', { params: { ...params, id: order.id } });
});
