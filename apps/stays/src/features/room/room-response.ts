import { ApiError } from '@gudbro/api-kit';
import { z } from 'zod';
import { type OpenRoom, propertySchema, type RoomAccess, type RoomRefusal, roomSchema } from './room-access';

export const roomResponseSchema = z.object({
  token: z.string(),
  expiresAt: z.iso.datetime(),
  room: roomSchema,
  property: propertySchema,
  wifi: z.object({
    hidden: z.boolean(),
    primary: z.object({ network: z.string(), password: z.string().nullable(), label: z.string() }).nullable(),
    zones: z.array(z.object({ network: z.string(), password: z.string().nullable(), label: z.string() })),
  }),
  booking: z.object({
    hasActiveBooking: z.boolean(),
    code: z.null(),
    guestFirstName: z.null(),
    checkIn: z.null(),
    checkOut: z.null(),
    nights: z.null(),
    status: z.null(),
    guestCount: z.null(),
  }),
  accessSettings: z.object({
    browseRequiresVerification: z.boolean(),
    orderRequiresVerification: z.boolean(),
    verificationMethod: z.string(),
  }),
});

export type RoomResponse = z.infer<typeof roomResponseSchema>;

// Browse shows nothing of a person, whoever is in the room.
const noPersonalData = {
  code: null,
  guestFirstName: null,
  checkIn: null,
  checkOut: null,
  nights: null,
  status: null,
  guestCount: null,
};

export function shapeRoom(access: OpenRoom, issued: { token: string; expiresAt: Date }): RoomResponse {
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

/** The open room, or the refusal as a row of the error table. */
export function requireOpenRoom(access: RoomAccess): OpenRoom {
  if (access.ok) {
    return access;
  }
  throw refusalToError(access);
}

function refusalToError(refusal: RoomRefusal): ApiError {
  switch (refusal.error) {
    case 'rate_limited':
      return new ApiError('rate_limited', { retryAfterSeconds: refusal.retryAfterSeconds });
    case 'verification_required':
      return new ApiError('verification_required', {
        more: { method: refusal.method, property: refusal.property },
      });
    default:
      return new ApiError(refusal.error);
  }
}
