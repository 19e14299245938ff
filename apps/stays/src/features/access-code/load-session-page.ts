import 'server-only';
import { ApiError, type PageError, type PageResponse, readPageError, statusOfError } from '@gudbro/api-kit';
import type { FullSession } from '@gudbro/auth';
import type { StayCode } from '@gudbro/guest-api/stay-code';
import { headers } from 'next/headers';
import { getLocale } from 'next-intl/server';
import { env, isHttps } from '@/env';
import { type Caller, readPageCaller } from '@/server/caller';
import { formatDeskCookies } from '@/server/session/desk-cookie';
import { isForeignNavigation } from '@/server/session/is-foreign-navigation';
import { isOfflineCopyRequest } from '@/server/session/is-offline-copy-request';
import { isSessionExpired, isSessionRejected } from '@/server/session/is-session-rejected';
import { readPhone } from '@/server/session/phone-cookie';
import { formatSessionCookies, hadFullSession } from '@/server/session/session-cookies';
import { signFullSession } from '@/server/session/sign-full-session';
import { stayCopyHeaders } from '@/server/session/stay-copy-headers';
import type { GuestView } from '@/server/stay/guest-view';
import { loadOwnStayView } from '@/server/stay/own-stay-view';
import { openGuestSession } from '@/server/stay/proof-queries';

export type SessionLoad = { response: PageResponse } & (
  | { shows: 'ownStay'; view: GuestView }
  /**
   * The code is unknown or its time is over; the page does not say which. `hasEnded`: this browser had a session under
   * the code.
   */
  | { shows: 'closed'; hasEnded: boolean }
  /** Another site led here. Signing in at once would let it choose whose stay this browser is in. */
  | { shows: 'ask' }
  | { shows: 'error'; error: PageError }
);

const route = '/session/[code]';

/**
 * Signs in whoever opens the page, because an access code is a proof by itself, and loads their stay. Asks first where
 * another site led here, or the address says so.
 */
export async function loadSessionPage(address: StayCode, asks: boolean): Promise<SessionLoad> {
  const [caller, locale, requestHeaders] = await Promise.all([readPageCaller(), getLocale(), headers()]);
  const request = { headers: requestHeaders };
  try {
    const own = await loadWithToken(caller, address, locale);
    if (own.view !== null) {
      return own;
    }
    // The service worker reads the page for its offline copy. Nobody opened it, so it must not sign in.
    if (isOfflineCopyRequest(request)) {
      return toClosedLoad(own.hasEnded);
    }
    if (asks || isForeignNavigation(request, new URL(env().STAYS_URL).origin)) {
      return { shows: 'ask', response: { route } };
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
    const cookies = [...own.response.cookies, ...formatSessionCookies(stay, issued, phone)];
    return { ...own, response: { ...own.response, cookies } };
  } catch (thrown) {
    if (thrown instanceof ApiError && thrown.code === 'verification_failed') {
      return toClosedLoad(hasEnded || hadFullSession({ headers: await headers() }, address.code));
    }
    throw thrown;
  }
}

async function loadOwnStay(session: FullSession, address: StayCode, locale: string) {
  const own = await loadOwnStayView(session, address, locale);
  const { view } = own;
  const cookies = [
    ...own.cookies,
    ...formatDeskCookies({ headers: await headers() }, view.property, isHttps()),
  ];
  const response = { route, cookies, headers: stayCopyHeaders(session) };
  return { shows: 'ownStay', view, response } as const;
}

function toClosedLoad(hasEnded: boolean): SessionLoad {
  return { shows: 'closed', hasEnded, response: { route, ...statusOfError({ error: 'not_found' }) } };
}
