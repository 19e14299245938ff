import 'server-only';
import { headers } from 'next/headers';

/** Set by `proxy.ts` on every request of a page: a server component does not know its address otherwise. */
export const requestPathHeader = 'x-gudbro-path';

/** The path and query of this request, to which the sign-in leads back. */
export async function readRequestPath(): Promise<string> {
  return (await headers()).get(requestPathHeader) ?? '/';
}
