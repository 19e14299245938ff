import 'server-only';
import { ApiError, type PageError, type PageResponse, readPageError, statusOfError } from '@gudbro/api-kit';
import type { FullSession } from '@gudbro/auth';
import { headers } from 'next/headers';
import { getLocale } from 'next-intl/server';
import { isHttps } from '@/env';
import { type Caller, readPageCaller } from '@/server/caller';
import type { GuestView } from '../dashboard/guest-view';
import { loadOwnStayView } from '../dashboard/own-stay-view';
import { isOfflineCopyRequest } from '../offline/is-offline-copy-request';
import { stayCopyHeaders } from '../offline/stay-copy-headers';
import { readPhone } from '../phones/phone-cookie';
import { isSessionExpired, isSessionRejected } from '../session/is-session-rejected';
import { formatSessionCookies, hadFullSession } from '../session/session-cookies';
import { openGuestSession } from '../verification/queries';
import { signFullSession } from '../verification/sign-full-session';
import type { StayCode } from './stay-code';

export type SessionLoad = { response: PageResponse } & (
  | { shows: 'ownStay'; view: GuestView }
  /**
   * The code is unknown or its time is over; the page does not say which. `hasEnded`: this browser had a session under
   * the code.
   */
  | { shows: 'closed'; hasEnded: boolean }
  | { shows: 'error'; error: PageError }
);

const route = '/session/[code]';

/** Signs in whoever opens the page, because an access code is a proof by itself, and loads their stay. */
export async function loadSessionPage(address: StayCode): Promise<SessionLoad> {
  const [caller, locale] = await Promise.all([readPageCaller(), getLocale()]);
  try {
    const own = await loadWithToken(caller, address, locale);
    if (own.view !== null) {
      return own;
    }
    // The service worker reads the page for its offline copy. Nobody opened it, so it must not sign in.
    if (isOfflineCopyRequest({ headers: await headers() })) {
      return toClosedLoad(own.hasEnded);
    }
    return await openWithCode(caller, address, locale, own.hasEnded);
  } catch (thrown) {
    const error = readPageError(thrown, route);
    return { shows: 'error', error, response: { route, ...statusOfError(error) } };
  }
}

type TokenLoad = Extract<SessionLoad, { shows: 'ownStay' }> | { view: null; hasEnded: boolean };

/** Loads the stay by the session that the browser already has, which does not count as an attempt at the code. */
async function loadWithToken({ session }: Caller, address: StayCode, locale: string): Promise<TokenLoad> {
  if (session?.accessTier !== 'full' || session.sessionId === undefined) {
    return { view: null, hasEnded: false };
  }
  try {
    return await loadOwnStay(session, address, locale);
  } catch (thrown) {
    if (isSessionRejected(thrown)) {
      return { view: null, hasEnded: isSessionExpired(thrown) };
    }
    throw thrown;
  }
}

async function openWithCode(
  { clientKey }: Caller,
  address: StayCode,
  locale: string,
  hasEnded: boolean,
): Promise<SessionLoad> {
  try {
    const phone = readPhone({ headers: await headers() }, isHttps());
    const stay = await openGuestSession(address.code, { client: clientKey(), phone, locale });
    const issued = await signFullSession(stay);
    const own = await loadOwnStay(issued.session, address, locale);
    return { ...own, response: { ...own.response, cookies: formatSessionCookies(stay, issued, phone) } };
  } catch (thrown) {
    if (thrown instanceof ApiError && thrown.code === 'verification_failed') {
      return toClosedLoad(hasEnded || hadFullSession({ headers: await headers() }, address.code));
    }
    throw thrown;
  }
}

async function loadOwnStay(session: FullSession, address: StayCode, locale: string) {
  const view = await loadOwnStayView(session, address, locale);
  return { shows: 'ownStay', view, response: { route, headers: stayCopyHeaders(session) } } as const;
}

function toClosedLoad(hasEnded: boolean): SessionLoad {
  return { shows: 'closed', hasEnded, response: { route, ...statusOfError({ error: 'not_found' }) } };
}
