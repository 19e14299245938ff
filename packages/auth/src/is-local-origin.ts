/**
 * Whether an address can be reached from this machine alone, where a cookie may go without `Secure`. Pass the site's
 * configured address: behind a proxy the request's own URL may be localhost in production. False for what is no address.
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
