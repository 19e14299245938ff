import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import { type Order, type OrderInput, orderSchema } from '@gudbro/guest-api/order';
import { z } from 'zod';
import { callGuestFunction } from '@/server/call-guest-function';
import type { StaySubject } from '@/server/stay/stay-subject';

const placedSchema = z.object({ ok: z.literal(true), replayed: z.boolean(), order: orderSchema });
const listedSchema = z.object({ ok: z.literal(true), orders: z.array(orderSchema) });
const cancelledSchema = z.object({ ok: z.literal(true), order: orderSchema });

/** The database decides on prices, hours, times, limits and the key. Names are returned in `locale`. */
export function placeOrder(
  subject: StaySubject,
  { items, notes, wantedAt, expectedTotalMinor }: OrderInput,
  { key, locale }: { key: string; locale: string },
) {
  const args = {
    subject,
    idempotency_key: key,
    items,
    notes,
    locale,
    // In UTC: Postgres takes no offset of sixteen hours or more.
    ...(wantedAt === undefined ? {} : { wanted_at: new Date(wantedAt).toISOString() }),
    ...(expectedTotalMinor === undefined ? {} : { expected_total: expectedTotalMinor }),
  };
  return callGuestFunction('place_service_order', args, placedSchema);
}

export async function listOrders(subject: StaySubject, locale: string): Promise<Order[]> {
  return (await callGuestFunction('list_own_orders', { subject, locale }, listedSchema)).orders;
}

export async function getOrder(subject: StaySubject, orderId: string, locale: string): Promise<Order> {
  const args = { subject, order_id: orderId, locale };
  const { orders } = await callGuestFunction('list_own_orders', args, listedSchema);
  const [order] = orders;
  if (order === undefined) {
    throw new ApiError('not_found');
  }
  return order;
}

export async function cancelOrder(subject: StaySubject, orderId: string, locale: string): Promise<Order> {
  const args = { subject, order_id: orderId, locale };
  return (await callGuestFunction('cancel_service_order', args, cancelledSchema)).order;
}
