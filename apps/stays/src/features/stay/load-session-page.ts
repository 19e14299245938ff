import 'server-only';
import { ApiError, type PageError, type PageResponse, readPageError, statusOfError } from '@gudbro/api-kit';
import type { FullSession } from '@gudbro/auth';
import { headers } from 'next/headers';
import { getLocale } from 'next-intl/server';
import { type Caller, readPageCaller } from '@/server/caller';
import type { GuestView } from '../dashboard/guest-view';
import { loadOwnStayView } from '../dashboard/own-stay-view';
import { isOfflineCopyRequest } from '../offline/is-offline-copy-request';
import { stayCopyHeaders } from '../offline/stay-copy-headers';
import { isExpired, isSessionOver } from '../session/is-expired';
import { formatSessionCookies, hadStay } from '../session/session-cookies';
import { openGuestSession } from '../verification/queries';
import { signFullSession } from '../verification/sign-full-session';
import type { StayCode } from './stay-code';

export type SessionLoad = { response: PageResponse } & (
  | { outcome: 'own'; view: GuestView }
  /** Nobody's code, or one whose time is over: which, is not said. `hasEnded`: this browser had it open. */
  | { outcome: 'closed'; hasEnded: boolean }
  | { outcome: 'error'; error: PageError }
);

const route = '/session/[code]';

/** The code is all it takes: whoever brings it is signed in and sees their stay. */
export async function loadSessionPage(address: StayCode): Promise<SessionLoad> {
  const [caller, locale] = await Promise.all([readPageCaller(), getLocale()]);
  try {
    const own = await loadOpenSession(caller, address, locale);
    if (own.view !== null) {
      return own;
    }
    if (isOfflineCopyRequest({ headers: await headers() })) {
      return closed(own.hasEnded);
    }
    return await openSession(caller, address, locale, own.hasEnded);
  } catch (thrown) {
    const error = readPageError(thrown, route);
    return { outcome: 'error', error, response: { route, ...statusOfError(error) } };
  }
}

type OpenLoad = Extract<SessionLoad, { outcome: 'own' }> | { view: null; hasEnded: boolean };

/** Who comes back with the session's own token is no new try of its code. */
async function loadOpenSession({ session }: Caller, address: StayCode, locale: string): Promise<OpenLoad> {
  if (session?.accessTier !== 'full' || session.sessionId === undefined) {
    return { view: null, hasEnded: false };
  }
  try {
    return await showOwn(session, address, locale);
  } catch (thrown) {
    if (isExpired(thrown)) {
      return { view: null, hasEnded: isSessionOver(thrown) };
    }
    throw thrown;
  }
}

async function openSession(
  { clientKey }: Caller,
  address: StayCode,
  locale: string,
  hasEnded: boolean,
): Promise<SessionLoad> {
  try {
    const stay = await openGuestSession(address.code, { client: clientKey(), locale });
    const issued = await signFullSession(stay);
    const own = await showOwn(issued.session, address, locale);
    return { ...own, response: { ...own.response, cookies: formatSessionCookies(stay, issued) } };
  } catch (thrown) {
    if (thrown instanceof ApiError && thrown.code === 'verification_failed') {
      const hadIt = hasEnded || hadStay({ headers: await headers() }, address.code);
      return closed(hadIt);
    }
    throw thrown;
  }
}

async function showOwn(session: FullSession, address: StayCode, locale: string) {
  const view = await loadOwnStayView(session, address, locale);
  return { outcome: 'own', view, response: { route, headers: stayCopyHeaders(session) } } as const;
}

function closed(hasEnded: boolean): SessionLoad {
  return { outcome: 'closed', hasEnded, response: { route, ...statusOfError({ error: 'not_found' }) } };
}
