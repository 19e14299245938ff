/**
 * True for an address only this machine can reach, where a cookie may go without `Secure`. Ask it about
 * the site's configured address: behind a proxy the request's own URL may say localhost in production.
 * What is no address is not local either.
 *
 * @example
 * createGuestAuth({ ...options, cookie: { secure: !isLocalOrigin(publicUrl) } });
 */
export function isLocalOrigin(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { hostname } = new URL(origin);
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127\.\d+\.\d+\.\d+$/.test(hostname)
  );
}
