import { codeInputSchema } from '@gudbro/access-codes/zod';
import { z } from 'zod';
import { decodeAddressPart } from './decode-address-part.ts';

/** The path parameter of a room's routes. A malformed code is refused with the reason. */
export const roomParamsSchema = z.object({
  roomCode: z
    .string()
    .max(300)
    .transform(decodeAddressPart)
    .pipe(codeInputSchema({ expect: 'room' }))
    .transform(({ code }) => code),
});
