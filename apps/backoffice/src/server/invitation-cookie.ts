import 'server-only';
import { cookies } from 'next/headers';
import { areCookiesSecure } from './connect-account';

/**
 * The secret of an invitation that was opened in this browser, until its person has signed in or signed up. It stays out of
 * addresses, which end up in logs and in the history of a browser.
 */
const name = 'gudbro_invitation';

const aDaySeconds = 24 * 60 * 60;

// Of the whole app: the response to the sign-in already has the page to which it leads, so its request needs the cookie.
const place = { path: '/', sameSite: 'lax', httpOnly: true } as const;

export async function rememberInvitation(secret: string): Promise<void> {
  (await cookies()).set(name, secret, { ...place, secure: areCookiesSecure(), maxAge: aDaySeconds });
}

export async function readInvitationSecret(): Promise<string | null> {
  return (await cookies()).get(name)?.value ?? null;
}

export async function forgetInvitation(): Promise<void> {
  (await cookies()).set(name, '', { ...place, secure: areCookiesSecure(), maxAge: 0 });
}
