import { z } from 'zod';
import { readRoomCode } from './room-code';

/** The address part of a room's routes. A code that can't be one is refused with its reason. */
export const roomParamsSchema = z.object({
  roomCode: z
    .string()
    .max(300)
    .transform((input, context) => {
      const reading = readRoomCode(input);
      if (reading.ok) {
        return reading.code;
      }
      const character = 'character' in reading.refusal ? ` ${reading.refusal.character}` : '';
      context.addIssue(`${reading.refusal.reason}${character}`);
      return z.NEVER;
    }),
});
