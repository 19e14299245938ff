import { parseCode } from '@gudbro/access-codes';
import { parseWifiPayload, type WifiCredentials } from '@gudbro/domain';

/**
 * What the camera read or somebody typed: a room's code on our own address, the place's own page, a link of the time before rooms
 * had codes, a network, whose owner the database knows, or something foreign. Only the guest app's own address counts: our code behind another one is a pasted-over sign.
 */
export type ScannedText =
  | { kind: 'code'; code: string }
  | { kind: 'place' }
  | { kind: 'old_link'; placeId: string; roomId: string }
  | ({ kind: 'wifi' } & WifiCredentials)
  | { kind: 'foreign'; text: string };

export function readScannedText(text: string, staysUrl: string, slug: string): ScannedText {
  const trimmed = text.trim().slice(0, 300);
  const foreign = { kind: 'foreign', text: trimmed } as const;
  const wifi = parseWifiPayload(trimmed);
  if (wifi !== null) {
    return { kind: 'wifi', ...wifi };
  }
  const url = URL.parse(trimmed);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    const typed = parseCode(trimmed, { expect: 'room' });
    // `RM-…` alone is what somebody types. Any other text in a QR code is not one of ours.
    return typed.ok && !trimmed.includes(':') ? { kind: 'code', code: typed.code } : foreign;
  }
  if (url.origin !== new URL(staysUrl).origin) {
    return foreign;
  }
  const [, first = '', second = '', third = ''] = url.pathname.split('/');
  if (first === 'stay' && second === 'room') {
    const parsed = parseCode(third, { expect: 'room' });
    return parsed.ok ? { kind: 'code', code: parsed.code } : foreign;
  }
  if (first === 'checkin') {
    return { kind: 'old_link', placeId: second, roomId: third };
  }
  return first === slug ? { kind: 'place' } : foreign;
}
