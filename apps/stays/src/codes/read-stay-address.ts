import { type CodeKind, type CodeRefusal, parseCode } from '@gudbro/access-codes';
import { decodeAddressPart } from '@gudbro/guest-api/decode-address-part';
import { readStayCode, type StayCode } from '@gudbro/guest-api/stay-code';

export type StayAddress =
  | { match: 'here'; code: StayCode }
  /** A code of another kind, or not in its printed form: the page to redirect to is another one. */
  | { match: 'elsewhere'; code: StayCode }
  | { match: 'malformed'; input: string; refusal: CodeRefusal };

/** Reads the code in the address of a page that is for one kind of code. */
export function readStayAddress(addressPart: string, kind: CodeKind): StayAddress {
  const input = decodeAddressPart(addressPart);
  const expected = parseCode(input, { expect: kind });
  const found = expected.ok ? { kind, code: expected.code } : readStayCode(input);
  if (found === null) {
    // `expected.ok` would have made `found` a code.
    return { match: 'malformed', input, refusal: expected as CodeRefusal };
  }
  return { match: found.kind === kind && found.code === input ? 'here' : 'elsewhere', code: found };
}
