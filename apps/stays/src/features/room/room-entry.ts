import { z } from 'zod';
import type { RoomAnswer } from '../verification/queries';

/** Below it the cookie counts that says how a try went: a room's address may be written in several ways. */
export const roomEntryPath = '/stay/room';

const fieldOf = (longest: number) =>
  z
    .string()
    .catch('')
    .transform((text) => text.trim().slice(0, longest));

/** What the form sends: the one field its method asks for. */
export const roomEntryFields = { lastName: fieldOf(200), pin: fieldOf(40), roomNumber: fieldOf(40) };

export type RoomEntry = z.infer<z.ZodObject<typeof roomEntryFields>>;

/** The answer that was given, or null where nothing was. */
export function readRoomEntry({ lastName, pin, roomNumber }: RoomEntry): { answer: RoomAnswer } | null {
  if (lastName !== '') {
    return { answer: { lastName } };
  }
  if (roomNumber !== '') {
    return { answer: { roomNumber } };
  }
  // Messages write a PIN in groups, and it is pasted as it stands there.
  return pin === '' ? null : { answer: { pin: pin.replace(/\s/g, '') } };
}
