import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import { z } from 'zod';
import { askGuestFunction } from '@/server/ask-guest-function';
import type { StaySubject } from '../stay/stay-subject';
import { type Order, type OrderInput, orderSchema } from './order';

const placedSchema = z.object({ ok: z.literal(true), replayed: z.boolean(), order: orderSchema });
const listedSchema = z.object({ ok: z.literal(true), orders: z.array(orderSchema) });
const cancelledSchema = z.object({ ok: z.literal(true), order: orderSchema });

/** Prices, hours, limits and the key are the database's: what is sent is a wish and what the guest saw. */
export function placeOrder(
  subject: StaySubject,
  key: string,
  { items, notes, expectedTotalMinor }: OrderInput,
) {
  const args = {
    subject,
    idempotency_key: key,
    items,
    notes,
    ...(expectedTotalMinor === undefined ? {} : { expected_total: expectedTotalMinor }),
  };
  return askGuestFunction('place_service_order', args, placedSchema);
}

export async function listOrders(subject: StaySubject): Promise<Order[]> {
  return (await askGuestFunction('list_own_orders', { subject }, listedSchema)).orders;
}

export async function getOrder(subject: StaySubject, orderId: string): Promise<Order> {
  const { orders } = await askGuestFunction('list_own_orders', { subject, order_id: orderId }, listedSchema);
  const [order] = orders;
  if (order === undefined) {
    throw new ApiError('not_found');
  }
  return order;
}

export async function cancelOrder(subject: StaySubject, orderId: string): Promise<Order> {
  return (await askGuestFunction('cancel_service_order', { subject, order_id: orderId }, cancelledSchema))
    .order;
}
