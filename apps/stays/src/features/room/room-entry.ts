import { z } from 'zod';
import type { RoomAnswer } from '../verification/queries';

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

/** The guest's answer, or null if the form is empty. */
export function readRoomEntry({ lastName, pin, roomNumber }: RoomEntry): { answer: RoomAnswer } | null {
  if (lastName !== '') {
    return { answer: { lastName } };
  }
  if (roomNumber !== '') {
    return { answer: { roomNumber } };
  }
  // Messages often show a PIN in groups of digits, and guests paste it with the spaces.
  return pin === '' ? null : { answer: { pin: pin.replace(/\s/g, '') } };
}
