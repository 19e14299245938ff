import 'server-only';
import { type PageError, type PageResponse, readPageError, statusOfError } from '@gudbro/api-kit';
import { cookies, headers } from 'next/headers';
import { getLocale } from 'next-intl/server';
import { isHttps } from '@/env';
import { readPageCaller } from '@/server/caller';
import type { GuestView } from '../dashboard/guest-view';
import { loadOwnStayView } from '../dashboard/own-stay-view';
import { stayCopyHeaders } from '../offline/stay-copy-headers';
import { isExpired, isSessionOver } from '../session/is-expired';
import { hadStay } from '../session/session-cookies';
import { type EntryAttempt, entryCookieName, formatEntryCookie, readEntryCookie } from './entry-attempt';
import type { StayCode } from './stay-code';

/** Its own guest's page, the question whose it is, or why neither can be shown. */
export type BookingLoad = { response: PageResponse } & (
  | { outcome: 'own'; view: GuestView }
  | { outcome: 'asks'; attempt: EntryAttempt | null; hasEnded: boolean }
  | { outcome: 'error'; error: PageError }
);

const route = '/stay/[code]';

export async function loadBookingPage(address: StayCode): Promise<BookingLoad> {
  const [{ session }, locale] = await Promise.all([readPageCaller(), getLocale()]);
  if (session?.accessTier !== 'full') {
    return askWho(address, hadStay({ headers: await headers() }, address.code));
  }
  try {
    const view = await loadOwnStayView(session, address, locale);
    return { outcome: 'own', view, response: { route, headers: stayCopyHeaders(session) } };
  } catch (thrown) {
    if (isExpired(thrown)) {
      // Another stay's guest is simply asked: nothing here says whether this booking exists.
      return askWho(address, isSessionOver(thrown));
    }
    const error = readPageError(thrown, route);
    return { outcome: 'error', error, response: { route, ...statusOfError(error) } };
  }
}

async function askWho({ code }: StayCode, hasEnded: boolean): Promise<BookingLoad> {
  const attempt = readEntryCookie((await cookies()).get(entryCookieName)?.value);
  // Said once.
  const spent = attempt === null ? [] : [formatEntryCookie(`/stay/${code}`, null, isHttps())];
  return { outcome: 'asks', attempt, hasEnded, response: { route, cookies: spent } };
}
