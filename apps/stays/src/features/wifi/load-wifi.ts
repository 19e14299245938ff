import 'server-only';
import type { GuestSession } from '@gudbro/auth';
import { isSessionOfRoom } from '@/server/is-session-of-room';
import type { GuestView } from '../dashboard/guest-view';
import { loadOwnStayView } from '../dashboard/own-stay-view';
import { resolveRoom } from '../room/queries';
import { requireOpenRoom } from '../room/room-response';

type Caller = { session: GuestSession | null; clientKey: (...scope: string[]) => string };

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
  return requireOpenRoom(await resolveRoom(code, caller, locale));
}
