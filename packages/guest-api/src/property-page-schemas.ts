import { z } from 'zod';
import { propertySchema } from './room-access.ts';
import { translatedShape } from './translated-shape.ts';

const shownPictureSchema = z.object({ path: z.string(), alt: z.string(), ...translatedShape });

export type ShownPicture = z.infer<typeof shownPictureSchema>;

const roomKindSchema = z.object({
  /** Empty for rooms without a type. */
  roomType: z.string(),
  description: z.string(),
  images: z.array(z.string()),
  /** `images` with what each shows. */
  pictures: z.array(shownPictureSchema),
  capacity: z.int(),
  /** The beds of a dorm, each booked by itself. 0 for a room that is booked as a whole. */
  beds: z.int(),
  /** The lowest price of a night. Null: the house tells it when asked. */
  fromMinor: z.int().nullable(),
  minimumNights: z.int(),
  ...translatedShape,
});

export type RoomKind = z.infer<typeof roomKindSchema>;

export const propertyPageSchema = z.object({
  property: propertySchema,
  /** `property.images` with what each shows. */
  pictures: z.array(shownPictureSchema),
  /** Today in the property's time zone: the first night that can be booked. */
  today: z.iso.date(),
  /** Whether search engines may list the page. */
  isListed: z.boolean(),
  /** ISO 3166. */
  country: z.string(),
  /** The languages that the property has texts in. */
  locales: z.array(z.string()),
  rooms: z.array(roomKindSchema),
});

export type PropertyPageData = z.infer<typeof propertyPageSchema>;

/** A date that a caller sends. ISO has a year 0000, and Postgres has none. */
export const dateInputSchema = z.iso.date().refine((date) => date >= '0001', 'has no such year');

export const availabilityInputSchema = z.strictObject({
  checkIn: dateInputSchema,
  checkOut: dateInputSchema,
  guests: z.coerce.number().int().min(1).max(50).default(1),
});

const nightSchema = z.object({
  night: z.iso.date(),
  priceMinor: z.int(),
  /** Whether this is the price of a weekend. */
  isWeekend: z.boolean(),
  /** The name of the season that the price is of. Null outside of seasons. */
  season: z.string().nullable(),
});

/** What the nights cost, and what the total is made of. */
const stayPriceSchema = z.object({ totalMinor: z.int(), nights: z.array(nightSchema) });

export type StayPrice = z.infer<typeof stayPriceSchema>;

const optionSchema = z.object({
  /** Stands for the room on this page only: the room's real id would lead to its code. */
  offerId: z.string(),
  roomType: z.string(),
  /** The names of the free beds; null if the room is booked as a whole. */
  beds: z.array(z.string()).nullable(),
  capacity: z.int(),
  /** Of the room, or of each bed. Null: the house tells it when asked. */
  price: stayPriceSchema.nullable(),
  ...translatedShape,
});

export type AvailabilityOption = z.infer<typeof optionSchema>;

export const availabilitySchema = z.object({
  /** The currency of all prices. */
  currency: z.string(),
  /** Rooms that are alike are one option. */
  options: z.array(optionSchema),
  /** The types that are free as well, but only for longer stays. */
  longerOnly: z.array(z.object({ roomType: z.string(), minimumNights: z.int(), ...translatedShape })),
});

export type Availability = z.infer<typeof availabilitySchema>;

export const bookingRequestSchema = z.strictObject({
  offerId: z.uuid(),
  bed: z.string().max(40).optional(),
  checkIn: dateInputSchema,
  checkOut: dateInputSchema,
  guestName: z.string().trim().min(1).max(200),
  guestLastName: z.string().trim().min(1).max(100),
  guestEmail: z.email().max(254),
  guestPhone: z.string().trim().max(40).optional(),
  guestCount: z.int().min(1).max(50),
  /**
   * The total that the guest was shown, null for none. If the nights cost something else by now, the request is refused with
   * `conflict`, `total_changed` and the new total.
   */
  expectedTotalMinor: z.int().nullable().optional(),
});

export type BookingRequest = z.infer<typeof bookingRequestSchema>;

/** Sent with the form, so that submitting it twice makes one request. */
export const requestKeySchema = z.string().min(8).max(100);

export const bookingResponseSchema = z.object({
  bookingCode: z.string(),
  status: z.literal('pending'),
  /** What the booking costs, whatever the house changes later. Null where it has no price. */
  totalMinor: z.int().nullable(),
});

export const slugParamsSchema = z.object({
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(60),
});
