import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import type { FullSession } from '@gudbro/auth';
import { callGuestFunction } from '@/server/guest-database';
import { ownStaySchema } from './own-stay';

/** The stay behind a full token, as the database has it now. The token is never the last word. */
export async function getOwnStay({ propertyId, bookingId, sessionId }: FullSession) {
  const subject = bookingId === undefined ? { propertyId, sessionId } : { propertyId, bookingId };
  const stay = await callGuestFunction('get_own_stay', { subject }, ownStaySchema);
  if (!stay.ok) {
    throw new ApiError(stay.error);
  }
  return stay;
}
