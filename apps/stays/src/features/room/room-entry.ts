import { readPin } from '@gudbro/guest-api/pin';
import { z } from 'zod';
import type { RoomAnswer } from '@/server/stay/proof-queries';

/** The path of the cookie that saves the last attempt. It is for all rooms, because one room has several addresses. */
export const roomEntryPath = '/stay/room';

const textField = (maxLength: number) =>
  z
    .string()
    .catch('')
    .transform((text) => text.trim().slice(0, maxLength));

/** The form sends one of these, depending on the property's verification method. */
export const roomEntryFields = {
  lastName: textField(200),
  pin: textField(40),
  roomNumber: textField(40),
};

export type RoomEntry = z.infer<z.ZodObject<typeof roomEntryFields>>;

/** The guest's answer, or null if there is none to send: the form is empty, or its PIN has another length. */
export function readRoomEntry({ lastName, pin, roomNumber }: RoomEntry): { answer: RoomAnswer } | null {
  if (lastName !== '') {
    return { answer: { lastName } };
  }
  if (roomNumber !== '') {
    return { answer: { roomNumber } };
  }
  const digits = readPin(pin);
  return digits === null ? null : { answer: { pin: digits } };
}
