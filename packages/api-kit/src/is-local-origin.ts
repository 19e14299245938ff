/**
 * True for an address that only this machine can reach, where a cookie may go without `Secure`. Call it with the app's
 * configured address: behind a proxy the request's own URL may say localhost in production. Text that is no address is
 * not local.
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
