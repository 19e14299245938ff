import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { callAsStaysServer, type Outcome } from './guest-calls.ts';
import { makeItem as makeCatalogueItem, makeCategory } from './make-content.ts';
import type { Booking, GuestSession, Property } from './make-property.ts';

export type Subject = { propertyId: string; bookingId?: string; sessionId?: string; code?: string };

export type OrderOutcome = Outcome & {
  order?: {
    id: string;
    status: string;
    totalMinor: number;
    wantedAt: string | null;
    items: Record<string, unknown>[];
  };
};

/** The subject of a guest with a booking. */
export const subjectOfBooking = (booking: Booking): Subject => ({
  propertyId: booking.property_id,
  bookingId: booking.id,
});

/** The subject of a guest with a guest session. */
export const subjectOfSession = (property: Property, session: GuestSession): Subject => ({
  propertyId: property.id,
  sessionId: session.id,
});

/** Makes an item in a category of its own, by default a lager at 30.000 ₫. */
export async function makeItem(
  database: TestDatabase,
  property: Property,
  columns: Record<string, unknown> = {},
): Promise<{ id: string }> {
  const category = await makeCategory(database, property, { name: 'Drinks' });
  return makeCatalogueItem(database, category, { name: 'Local lager', price: 30_000, ...columns });
}

type OrderRequest = {
  key?: string;
  items: unknown;
  notes?: string | null;
  expected?: number;
  wantedAt?: string;
};

export const placeOrderCall =
  'public.place_service_order($1::jsonb, $2, $3::jsonb, $4, $5, null, $6::timestamptz)';

export function orderArguments(
  subject: Subject,
  { key = crypto.randomUUID(), items, notes = '', expected, wantedAt }: OrderRequest,
): unknown[] {
  return [subject, key, items, notes, expected ?? null, wantedAt ?? null];
}

export function placeOrder(
  database: TestDatabase,
  subject: Subject,
  request: OrderRequest,
): Promise<OrderOutcome> {
  return callAsStaysServer(database, placeOrderCall, orderArguments(subject, request));
}

export function listOrders(
  database: TestDatabase,
  subject: Subject,
  orderId: string | null = null,
): Promise<Outcome> {
  return callAsStaysServer(database, 'public.list_own_orders($1::jsonb, $2)', [subject, orderId]);
}

export function cancelOrder(
  database: TestDatabase,
  subject: Subject,
  orderId: string,
): Promise<OrderOutcome> {
  return callAsStaysServer(database, 'public.cancel_service_order($1::jsonb, $2)', [subject, orderId]);
}
