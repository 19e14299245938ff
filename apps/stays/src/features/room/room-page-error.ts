import { type ErrorBody, type PageError, readPageError } from '@gudbro/api-kit';

const shown = ['invalid_room_code', 'room_not_found', 'verification_required'] as const;

/** Why a room's page does not open. */
export type RoomPageError = PageError | ErrorBody<(typeof shown)[number]>;

export function readRoomPageError(thrown: unknown, route: string): RoomPageError {
  return readPageError(thrown, route, shown);
}
