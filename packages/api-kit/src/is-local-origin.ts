/**
 * Whether only this machine can reach an address, so that a cookie needs no `Secure`. Call it with the app's configured
 * address: behind a proxy the URL of a request may be localhost in production. False for a text that is no address.
 */
export function isLocalOrigin(origin: string): boolean {
  if (!URL.canParse(origin)) {
    return false;
  }
  const { hostname } = new URL(origin);
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127\.\d+\.\d+\.\d+$/.test(hostname)
  );
}
