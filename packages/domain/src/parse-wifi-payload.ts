import type { WifiCredentials } from './wifi.ts';

/** Reads the text of a QR code that `formatWifiPayload` or another maker of WiFi cards wrote. Null where it names no network. */
export function parseWifiPayload(text: string): WifiCredentials | null {
  if (!/^WIFI:/i.test(text)) {
    return null;
  }
  const fields = new Map<string, string>();
  // A field is a name, a colon, and a value that ends at a semicolon. A backslash takes the next character as it is.
  for (const [, name = '', value = ''] of text
    .slice('WIFI:'.length)
    .matchAll(/([A-Z0-9]+):((?:\\.|[^\\;])*);/gisu)) {
    fields.set(name.toUpperCase(), value.replace(/\\(.)/gsu, '$1'));
  }
  const network = fields.get('S') ?? '';
  const isOpen = (fields.get('T') ?? '').toLowerCase() === 'nopass';
  const password = isOpen ? '' : (fields.get('P') ?? '');
  return network === '' ? null : { network, password: password === '' ? null : password };
}
