import 'server-only';
import { ApiError, formatFault, terminalLog } from '@gudbro/api-kit';
import type { GuestSession } from '@gudbro/auth';
import { formatSignedOutCookies } from '../session/session-cookies';
import { signOutPhone } from './phone-queries';
import { subjectOfSession } from './stay-subject';

/**
 * Takes the phone off its stay, so that its token is refused from then on, and returns the cookies that sign the browser out. A
 * browser is signed out even while the database is away: a guest on a borrowed phone must always be able to leave it.
 */
export async function signOut(
  session: GuestSession | null,
  request: { requestId: string; route: string },
): Promise<string[]> {
  if (session?.accessTier === 'full' && session.phoneId !== undefined) {
    try {
      await signOutPhone(subjectOfSession(session), session.phoneId);
    } catch (thrown) {
      // Any other error means that the phone is not on the stay any more.
      if (!(thrown instanceof ApiError) || thrown.status >= 500) {
        terminalLog.fault({ ...request, ...formatFault(thrown) });
      }
    }
  }
  return formatSignedOutCookies();
}
