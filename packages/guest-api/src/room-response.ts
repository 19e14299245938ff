import { z } from 'zod';
import { accessSettingsSchema, ownRoomSchema, propertySchema } from './room-access.ts';
import { issuedTokenSchema } from './verified-stay.ts';

export const roomResponseSchema = z.object({
  token: issuedTokenSchema,
  expiresAt: z.iso.datetime(),
  room: ownRoomSchema,
  property: propertySchema,
  wifi: z.object({
    hidden: z.boolean(),
    primary: z.object({ network: z.string(), password: z.string().nullable(), label: z.string() }).nullable(),
    zones: z.array(z.object({ network: z.string(), password: z.string().nullable(), label: z.string() })),
  }),
  /** Only a verified guest gets the details, of their own booking. They are null for anyone else. */
  booking: z.object({
    /** Null: the property does not tell whether a stay is on in the room. */
    hasActiveBooking: z.boolean().nullable(),
    code: z.string().nullable(),
    bed: z.string().nullable(),
    guestFirstName: z.string().nullable(),
    checkIn: z.iso.date().nullable(),
    checkOut: z.iso.date().nullable(),
    nights: z.int().nullable(),
    status: z.string().nullable(),
    guestCount: z.int().nullable(),
  }),
  accessSettings: accessSettingsSchema,
});

export type RoomResponse = z.infer<typeof roomResponseSchema>;
