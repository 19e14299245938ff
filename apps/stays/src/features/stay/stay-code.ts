import { parseCode } from '@gudbro/access-codes';
import { z } from 'zod';

export type StayCode = { kind: 'room' | 'booking' | 'access'; code: string };

/** The code of a stay as it stands in an address: a room's, a booking's or an access code. */
export function readStayCode(input: string): StayCode | null {
  const parsed = parseCode(input);
  if (parsed.ok) {
    return { kind: parsed.kind, code: parsed.code };
  }
  // Eight characters in a row may be an access code or a room code; the likeliest comes first.
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
