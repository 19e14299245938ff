import { codeInputSchema } from '@gudbro/access-codes/zod';
import { z } from 'zod';
import { decodeAddressPart } from '../stay/decode-address-part';

/** The address part of a room's routes. A code that can't be one is refused with its reason. */
export const roomParamsSchema = z.object({
  roomCode: z
    .string()
    .max(300)
    .transform(decodeAddressPart)
    .pipe(codeInputSchema({ expect: 'room' }))
    .transform(({ code }) => code),
});
