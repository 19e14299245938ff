import { z } from 'zod';
import {
  accessSettingsSchema,
  ownRoomSchema,
  propertySchema,
  type ResolvedRoom,
} from '@/guest-api/room-access';
import { issuedTokenSchema } from '@/guest-api/verified-stay';
import type { OwnStayOutcome } from './own-stay-view';

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

// The browse tier must not reveal anything about a guest, because anyone may scan the code.
const noPersonalData = {
  code: null,
  bed: null,
  guestFirstName: null,
  checkIn: null,
  checkOut: null,
  nights: null,
  status: null,
  guestCount: null,
};

/** What a caller learns of its new token. */
type Issued = Pick<RoomResponse, 'token' | 'expiresAt'>;

export function shapeRoom(access: ResolvedRoom, issued: Issued): RoomResponse {
  return {
    token: issued.token,
    expiresAt: issued.expiresAt,
    room: access.room,
    property: access.property,
    wifi: access.wifi,
    booking: { hasActiveBooking: access.hasActiveBooking, ...noPersonalData },
    accessSettings: access.accessSettings,
  };
}

/** The same for a verified guest of this room, with their own booking. */
export function shapeOwnRoom(own: OwnStayOutcome, issued: Issued): RoomResponse {
  return {
    token: issued.token,
    expiresAt: issued.expiresAt,
    room: own.room,
    property: own.property,
    wifi: own.wifi,
    booking: { hasActiveBooking: own.booking !== null, ...noPersonalData, ...own.booking },
    accessSettings: own.accessSettings,
  };
}
