import { type CodeRefusal, parseCode } from '@gudbro/access-codes';
import { decodeAddressPart } from '@gudbro/guest-api/decode-address-part';

export type MalformedRoomCode = { ok: false; refusal: CodeRefusal; input: string };

export type ParsedRoomCode = { ok: true; code: string; input: string } | MalformedRoomCode;

/** Reads the room code in an address, and forgives common typing mistakes. Otherwise returns why it is no room code. */
export function readRoomCode(addressPart: string): ParsedRoomCode {
  const input = decodeAddressPart(addressPart);
  const parsed = parseCode(input, { expect: 'room' });
  return parsed.ok ? { ok: true, code: parsed.code, input } : { ok: false, refusal: parsed, input };
}
