import { parseCode } from '@gudbro/access-codes';

/** The code in a text that somebody typed. `GUEST2` alone could be the code of a booking: with its prefix left out, it is read as one. */
export function readCode(text: string): string | null {
  const any = parseCode(text);
  if (any.ok) {
    return any.code;
  }
  const booking = parseCode(text, { expect: 'booking' });
  return booking.ok ? booking.code : null;
}
