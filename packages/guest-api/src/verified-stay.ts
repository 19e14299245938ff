import { z } from 'zod';
import { ownRoomSchema, propertySchema } from './room-access.ts';

const bookingSchema = z.object({
  code: z.string(),
  /** In a dorm, the guest's bed. */
  bed: z.string().nullable(),
  guestFirstName: z.string(),
  checkIn: z.iso.date(),
  checkOut: z.iso.date(),
  nights: z.int(),
  status: z.enum(['pending', 'confirmed', 'checked_in', 'checked_out', 'cancelled', 'no_show']),
  guestCount: z.int(),
  /** What the stay cost when it was booked. Null where it had no price. */
  totalMinor: z.int().nullable(),
  currency: z.string().nullable(),
});

export type Booking = z.infer<typeof bookingSchema>;

/** The outcome of a successful verification: the token's subject, and the stay for the response. */
export const verifiedStaySchema = z.object({
  ok: z.literal(true),
  subject: z.object({
    propertyId: z.string(),
    // Only a live stay names its room.
    roomId: z.string().optional(),
    roomCode: z.string().optional(),
    bookingId: z.string().optional(),
    sessionId: z.string().optional(),
    phoneId: z.string().optional(),
    checkoutDate: z.iso.date().optional(),
  }),
  expiresAt: z.iso.datetime(),
  booking: bookingSchema.nullable(),
  session: z.object({ code: z.string(), expiresAt: z.iso.datetime() }).nullable(),
  room: ownRoomSchema,
  property: propertySchema,
});

export type VerifiedStay = z.infer<typeof verifiedStaySchema>;

/** The token as a response has it: absent for a browser, which gets it as a cookie. */
export const issuedTokenSchema = z
  .string()
  .optional()
  .describe(
    'Absent for a browser, and for a caller that sends a cookie: they get an HttpOnly cookie instead.',
  );

export const verifyResponseSchema = z.object({
  token: issuedTokenSchema,
  expiresAt: z.iso.datetime(),
  accessTier: z.literal('full'),
  booking: bookingSchema.nullable(),
  room: verifiedStaySchema.shape.room,
  property: propertySchema,
});

export type VerifyResponse = z.infer<typeof verifyResponseSchema>;
