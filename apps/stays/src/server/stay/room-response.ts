import type { ResolvedRoom } from '@gudbro/guest-api/room-access';
import type { RoomResponse } from '@gudbro/guest-api/room-response';
import type { OwnStayOutcome } from './own-stay-view';

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
