import 'server-only';
import { cookies, headers } from 'next/headers';
import { env } from '../env';
import type { BackofficeApi, SignInTry } from './admit-sign-in';
import { hashCaller } from './caller';
import { areCookiesSecure } from './connect-account';
import { hashAccount, knownDeviceCookieName, makeKnownDevice, readKnownDevice } from './known-device';

// The longest that browsers store a cookie for.
const knownForSeconds = 400 * 24 * 60 * 60;

/** Who is trying to sign in to the account with this e-mail address. */
export async function readSignInTry(email: string): Promise<SignInTry> {
  const { CLIENT_SALT: salt } = env();
  const forwarded = (await headers()).get('x-forwarded-for');
  const account = hashAccount(salt, email);
  const cookie = (await cookies()).get(knownDeviceCookieName(account))?.value;
  return { account, client: hashCaller(forwarded), device: readKnownDevice(salt, account, cookie) };
}

/** Marks this browser as one that has signed in to the account. Only the sign-in page gets the cookie. */
export async function rememberDevice({ account }: SignInTry): Promise<void> {
  (await cookies()).set(knownDeviceCookieName(account), makeKnownDevice(env().CLIENT_SALT, account), {
    httpOnly: true,
    secure: areCookiesSecure(),
    sameSite: 'lax',
    path: '/sign-in',
    maxAge: knownForSeconds,
  });
}

/** The database as the role of this server, for what happens before somebody is signed in. */
export function backofficeApi(): BackofficeApi {
  const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, SUPABASE_BACKOFFICE_KEY } = env();
  return {
    url: SUPABASE_URL,
    publishableKey: SUPABASE_PUBLISHABLE_KEY,
    backofficeKey: SUPABASE_BACKOFFICE_KEY,
  };
}
