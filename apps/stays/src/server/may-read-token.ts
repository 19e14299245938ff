import type { PageRequest } from '@gudbro/api-kit';

// A browser sends at least one of these from a page of ours, and no script can take all of them away. `Sec-Fetch-Mode` is
// not among them: Node's fetch sends it, too.
const browserHeaders = ['cookie', 'origin', 'referer', 'sec-fetch-site', 'sec-fetch-dest'];

/**
 * Whether a response may have a guest token in its body: only for a client of the API. A browser gets it as an HttpOnly
 * cookie alone, since a script in one of our pages could read a body.
 */
export function mayReadToken({ headers }: PageRequest): boolean {
  return browserHeaders.every((name) => headers.get(name) === null);
}
