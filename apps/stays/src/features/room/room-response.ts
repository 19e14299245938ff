import { z } from 'zod';
import type { OwnStayOutcome } from '../dashboard/own-stay-view';
import { accessSettingsSchema, ownRoomSchema, propertySchema, type ResolvedRoom } from './room-access';

export const roomResponseSchema = z.object({
  token: z.string(),
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
    hasActiveBooking: z.boolean(),
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

type Issued = { token: string; expiresAt: Date };

export function shapeRoom(access: ResolvedRoom, issued: Issued): RoomResponse {
  return {
    token: issued.token,
    expiresAt: issued.expiresAt.toISOString(),
    room: access.room,
    property: access.property,
    wifi: access.wifi,
    booking: { hasActiveBooking: access.hasActiveBooking, ...noPersonalData },
    accessSettings: access.accessSettings,
  };
}

/** The same for a verified guest of this room, with their own booking. */
export function shapeOwnRoom(own: OwnStayOutcome, token: string): RoomResponse {
  return {
    token,
    expiresAt: own.expiresAt,
    room: own.room,
    property: own.property,
    wifi: own.wifi,
    booking: { hasActiveBooking: own.booking !== null, ...noPersonalData, ...own.booking },
    accessSettings: own.accessSettings,
  };
}
