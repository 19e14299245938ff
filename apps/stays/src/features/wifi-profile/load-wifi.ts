import 'server-only';
import type { Caller } from '@/server/caller';
import { isSessionOfRoom } from '@/server/is-session-of-room';
import type { GuestView } from '@/server/stay/guest-view';
import { loadOwnStayView } from '@/server/stay/own-stay-view';
import { resolveRoom } from '@/server/stay/room-queries';

/** Loads the networks of a room that this guest may see: a verified guest sees those that the property hides otherwise. */
export async function loadWifi(
  code: string,
  caller: Caller,
  locale: string,
): Promise<Pick<GuestView, 'wifi' | 'property'>> {
  const { session } = caller;
  if (session?.accessTier === 'full' && isSessionOfRoom(session, code)) {
    return (await loadOwnStayView(session, { kind: 'room', code }, locale)).view;
  }
  return resolveRoom(code, caller, locale);
}
