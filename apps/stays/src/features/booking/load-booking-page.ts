import 'server-only';
import { type PageError, type PageResponse, readPageError, statusOfError } from '@gudbro/api-kit';
import type { StayCode } from '@gudbro/guest-api/stay-code';
import { cookies, headers } from 'next/headers';
import { getLocale } from 'next-intl/server';
import { isHttps } from '@/env';
import { readPageCaller } from '@/server/caller';
import { formatDeskCookies } from '@/server/session/desk-cookie';
import {
  type EntryAttempt,
  entryCookieName,
  formatEntryCookie,
  readEntryCookie,
} from '@/server/session/entry-attempt';
import { isSessionExpired, isSessionRejected } from '@/server/session/is-session-rejected';
import { hadFullSession } from '@/server/session/session-cookies';
import { stayCopyHeaders } from '@/server/session/stay-copy-headers';
import type { GuestView } from '@/server/stay/guest-view';
import { loadOwnStayView } from '@/server/stay/own-stay-view';

/** What the page shows: the guest's own stay, the form that verifies the guest, or an error. */
export type BookingLoad = { response: PageResponse } & (
  | { shows: 'ownStay'; view: GuestView }
  | { shows: 'entryForm'; attempt: EntryAttempt | null; hasEnded: boolean }
  | { shows: 'error'; error: PageError }
);

const route = '/stay/[code]';

export async function loadBookingPage(address: StayCode): Promise<BookingLoad> {
  const [{ session }, locale] = await Promise.all([readPageCaller(), getLocale()]);
  if (session?.accessTier !== 'full') {
    return loadEntryForm(address, hadFullSession({ headers: await headers() }, address.code));
  }
  try {
    const own = await loadOwnStayView(session, address, locale);
    const { view } = own;
    const cookies = [
      ...own.cookies,
      ...formatDeskCookies({ headers: await headers() }, view.property, isHttps()),
    ];
    return { shows: 'ownStay', view, response: { route, cookies, headers: stayCopyHeaders(session) } };
  } catch (thrown) {
    if (isSessionRejected(thrown)) {
      // A guest of another stay gets the form too, so that the page does not reveal whether this booking exists.
      return loadEntryForm(address, isSessionExpired(thrown));
    }
    const error = readPageError(thrown, route);
    return { shows: 'error', error, response: { route, ...statusOfError(error) } };
  }
}

async function loadEntryForm({ code }: StayCode, hasEnded: boolean): Promise<BookingLoad> {
  const attempt = readEntryCookie((await cookies()).get(entryCookieName)?.value);
  // The last attempt is shown once.
  const clearedCookies = attempt === null ? [] : [formatEntryCookie(`/stay/${code}`, null, isHttps())];
  return { shows: 'entryForm', attempt, hasEnded, response: { route, cookies: clearedCookies } };
}
