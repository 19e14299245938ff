import { z } from 'zod';
import { translatedShape } from '../language/translated-shape';
import { propertySchema } from '../room/room-access';

const roomKindSchema = z.object({
  roomType: z.string(),
  capacity: z.int(),
  beds: z.int(),
  ...translatedShape,
});

const shownPictureSchema = z.object({ path: z.string(), alt: z.string(), ...translatedShape });

export type ShownPicture = z.infer<typeof shownPictureSchema>;

export const propertyPageSchema = z.object({
  property: propertySchema,
  /** `property.images` with what each shows. */
  pictures: z.array(shownPictureSchema),
  /** Today in the property's time zone: the first night that can be booked. */
  today: z.iso.date(),
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

const optionSchema = z.object({
  /** Stands for the room on this page only: the room's real id would lead to its code. */
  offerId: z.string(),
  roomType: z.string(),
  /** The names of the free beds; null if the room is booked as a whole. */
  beds: z.array(z.string()).nullable(),
  capacity: z.int(),
  ...translatedShape,
});

export type AvailabilityOption = z.infer<typeof optionSchema>;

export const availabilitySchema = z.object({ options: z.array(optionSchema) });

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
});

export type BookingRequest = z.infer<typeof bookingRequestSchema>;

/** Sent with the form, so that submitting it twice makes one request. */
export const requestKeySchema = z.string().min(8).max(100);

export const bookingResponseSchema = z.object({ bookingCode: z.string(), status: z.literal('pending') });

export const slugParamsSchema = z.object({
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(60),
});
