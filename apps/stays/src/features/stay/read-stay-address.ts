import { type CodeKind, type CodeRefusal, parseCode } from '@gudbro/access-codes';
import { decodeAddressPart } from './decode-address-part';
import { readStayCode, type StayCode } from './stay-code';

export type StayAddress =
  | { outcome: 'here'; code: StayCode }
  /** A code of another kind, or one written otherwise: its page is elsewhere. */
  | { outcome: 'elsewhere'; code: StayCode }
  | { outcome: 'malformed'; input: string; refusal: CodeRefusal };

/** The code in an address that is for codes of one kind. */
export function readStayAddress(addressPart: string, kind: CodeKind): StayAddress {
  const input = decodeAddressPart(addressPart);
  const expected = parseCode(input, { expect: kind });
  const found = expected.ok ? { kind, code: expected.code } : readStayCode(input);
  if (found === null) {
    // Not ok, or it would have been found.
    return { outcome: 'malformed', input, refusal: expected as CodeRefusal };
  }
  return { outcome: found.kind === kind && found.code === input ? 'here' : 'elsewhere', code: found };
}
