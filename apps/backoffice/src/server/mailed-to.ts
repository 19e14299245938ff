import 'server-only';
import { cookies } from 'next/headers';
import { z } from 'zod';
import { areCookiesSecure } from './connect-account';
import { readNextPath } from './next-path';

// As long as a mailed code is good, and a little longer.
const lifetimeSeconds = 45 * 60;

const name = 'gudbro_mailed_to';

const schema = z.object({ email: z.email().max(254), next: z.string().transform(readNextPath) });

/** To whom this browser has asked for a mail, and where to go after its code is typed in. */
export type MailedTo = z.infer<typeof schema>;

/** Remembers it for the next page, which would have to ask for the address again. The address is not put into the page's own. */
export async function rememberMailedTo({ email, next }: MailedTo): Promise<void> {
  (await cookies()).set(name, JSON.stringify({ email, next }), {
    httpOnly: true,
    secure: areCookiesSecure(),
    sameSite: 'lax',
    path: '/sign-in',
    maxAge: lifetimeSeconds,
  });
}

/** Null where the code is typed in on another device, or the cookie is not one of ours. */
export async function readMailedTo(): Promise<MailedTo | null> {
  const value = (await cookies()).get(name)?.value;
  return value === undefined ? null : (schema.safeParse(parseJson(value)).data ?? null);
}

export async function forgetMailedTo(): Promise<void> {
  (await cookies()).delete({ name, path: '/sign-in' });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) {
      return null;
    }
    throw error;
  }
}
