import type { WifiCredentials } from './wifi.ts';

/** The text of a QR code by which a phone joins a network when its camera reads it. */
export function formatWifiPayload({ network, password }: WifiCredentials): string {
  const name = escapeField(network);
  if (password === null) {
    return `WIFI:T:nopass;S:${name};;`;
  }
  return `WIFI:T:WPA;S:${name};P:${escapeField(password)};;`;
}

function escapeField(text: string): string {
  return text.replace(/[\\;,:"]/g, '\\$&');
}
