import { parseCode } from '@gudbro/access-codes';
import { z } from 'zod';

export type StayCode = { kind: 'room' | 'booking' | 'access'; code: string };

/** Reads any code that leads to a stay: a room code, a booking code or an access code. */
export function readStayCode(input: string): StayCode | null {
  const parsed = parseCode(input);
  if (parsed.ok) {
    return { kind: parsed.kind, code: parsed.code };
  }
  // Eight characters without a hyphen may be an access code or a room code; the likeliest is the first candidate.
  const [likeliest] = parsed.reason === 'ambiguous' ? parsed.candidates : [];
  return likeliest ? { kind: likeliest.kind, code: likeliest.code } : null;
}

const stayCodeSchema = z
  .string()
  .max(300)
  .transform((input, context) => {
    const found = readStayCode(input);
    if (found === null) {
      context.addIssue('is no code of ours');
      return z.NEVER;
    }
    return found;
  });

export const stayParamsSchema = z.object({ code: stayCodeSchema });

/** The same with the id of what is the stay's: an order, an incident or a phone. */
export const ownedParamsSchema = stayParamsSchema.extend({ id: z.uuid() });
