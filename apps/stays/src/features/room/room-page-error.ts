import { type ErrorBody, type PageError, readPageError } from '@gudbro/api-kit';

const shown = ['invalid_room_code', 'room_not_found', 'room_code_replaced', 'verification_required'] as const;

/** The errors for which a room's page has texts of its own, besides those of every page. */
export type RoomPageError = PageError | ErrorBody<(typeof shown)[number]>;

export function readRoomPageError(thrown: unknown, route: string): RoomPageError {
  return readPageError(thrown, route, shown);
}
