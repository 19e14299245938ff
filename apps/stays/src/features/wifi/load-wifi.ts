import 'server-only';
import type { Caller } from '@/server/caller';
import { isSessionOfRoom } from '@/server/is-session-of-room';
import type { GuestView } from '../dashboard/guest-view';
import { loadOwnStayView } from '../dashboard/own-stay-view';
import { openRoom } from '../room/queries';

/** The networks of a room as this guest may see them: a place that hides them shows them to its own guests. */
export async function loadWifi(
  code: string,
  caller: Caller,
  locale: string,
): Promise<Pick<GuestView, 'wifi' | 'property'>> {
  const { session } = caller;
  if (session?.accessTier === 'full' && isSessionOfRoom(session, code)) {
    return loadOwnStayView(session, { kind: 'room', code }, locale);
  }
  return openRoom(code, caller, locale);
}
