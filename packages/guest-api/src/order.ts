import { z } from 'zod';
import { translatedShape } from './translated-shape.ts';

export const orderStatuses = [
  'pending',
  'confirmed',
  'preparing',
  'delivered',
  'cancelled',
  'rejected',
] as const;

export const orderSchema = z.object({
  id: z.string(),
  /** What the guest and the desk call it by. */
  number: z.int(),
  status: z.enum(orderStatuses),
  totalMinor: z.int(),
  currency: z.string(),
  notes: z.string(),
  /** When the guest wants it. Null: as soon as it is ready. */
  wantedAt: z.iso.datetime().nullable(),
  /** Where it is brought. */
  roomNumber: z.string(),
  /** In a dorm, the guest's bed. */
  bed: z.string().nullable(),
  rejectReason: z.string().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  items: z.array(
    z.object({
      itemId: z.string().nullable(),
      name: z.string(),
      quantity: z.int(),
      unitPriceMinor: z.int(),
      totalMinor: z.int(),
      ...translatedShape,
    }),
  ),
});

export type Order = z.infer<typeof orderSchema>;

/** A later year than 1969: the database has no year 0. */
const instantSchema = z.iso
  .datetime({ offset: true })
  .refine((instant) => new Date(instant).getUTCFullYear() >= 1970);

export const orderInputSchema = z.strictObject({
  items: z
    .array(z.strictObject({ itemId: z.uuid(), quantity: z.int().min(1).max(99) }))
    .min(1)
    .max(50),
  notes: z.string().trim().max(500).default(''),
  /** When it is wanted: while its items are served and before the stay ends. Without it: as soon as it is ready. */
  wantedAt: instantSchema.optional(),
  /** The total that the guest saw. If the real one differs, the order fails with `total_changed`. */
  expectedTotalMinor: z.int().min(0).optional(),
});

export type OrderInput = z.infer<typeof orderInputSchema>;

export const orderResponseSchema = z.object({ order: orderSchema });

export const ordersResponseSchema = z.object({ orders: z.array(orderSchema) });
