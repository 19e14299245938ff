import 'server-only';
import type { PageFacts } from '@gudbro/api-kit';
import { cookies, headers } from 'next/headers';
import { getLocale } from 'next-intl/server';
import { isHttps } from '@/env';
import { readPageCaller } from '@/server/caller';
import type { GuestView } from '../dashboard/guest-view';
import { loadOwnStayView } from '../dashboard/own-stay-view';
import { stayCopyHeaders } from '../offline/stay-copy-headers';
import { isExpired, isSessionOver, toRoomProblem } from '../room/load-failure';
import { type RoomProblem, statusOfProblem } from '../room/room-problem';
import { hadStay } from '../session/session-cookies';
import { type EntryAttempt, entryCookieName, formatEntryCookie, readEntryCookie } from './entry-attempt';
import type { StayCode } from './stay-code';

/** Its own guest's page, the question whose it is, or why neither can be shown. */
export type BookingLoad = { answer: PageFacts } & (
  | { outcome: 'own'; view: GuestView }
  | { outcome: 'asks'; attempt: EntryAttempt | null; hasEnded: boolean }
  | { outcome: 'problem'; problem: RoomProblem }
);

const route = '/stay/[code]';

export async function loadBookingPage(address: StayCode): Promise<BookingLoad> {
  const [{ session }, locale] = await Promise.all([readPageCaller(), getLocale()]);
  if (session?.accessTier !== 'full') {
    return askWho(address, hadStay({ headers: await headers() }, address.code));
  }
  try {
    const view = await loadOwnStayView(session, address, locale);
    return { outcome: 'own', view, answer: { route, headers: stayCopyHeaders(session) } };
  } catch (thrown) {
    if (isExpired(thrown)) {
      // Another stay's guest is simply asked: nothing here says whether this booking exists.
      return askWho(address, isSessionOver(thrown));
    }
    const problem = toRoomProblem(thrown, route);
    return { outcome: 'problem', problem, answer: { route, ...statusOfProblem(problem) } };
  }
}

async function askWho({ code }: StayCode, hasEnded: boolean): Promise<BookingLoad> {
  const attempt = readEntryCookie((await cookies()).get(entryCookieName)?.value);
  // Said once.
  const spent = attempt === null ? [] : [formatEntryCookie(`/stay/${code}`, null, isHttps())];
  return { outcome: 'asks', attempt, hasEnded, answer: { route, cookies: spent } };
}
