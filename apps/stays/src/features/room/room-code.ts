import { type CodeRefusal, parseCode } from '@gudbro/access-codes';
import { decodeAddressPart } from '../stay/decode-address-part';

export type FailedReading = { ok: false; refusal: CodeRefusal; input: string };

export type RoomCodeReading = { ok: true; code: string; input: string } | FailedReading;

/** The room code in an address, forgiven what people mistype, or the reason why it can't be one. */
export function readRoomCode(addressPart: string): RoomCodeReading {
  const input = decodeAddressPart(addressPart);
  const parsed = parseCode(input, { expect: 'room' });
  return parsed.ok ? { ok: true, code: parsed.code, input } : { ok: false, refusal: parsed, input };
}
