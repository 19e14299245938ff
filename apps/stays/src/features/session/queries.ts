import 'server-only';
import type { FullSession } from '@gudbro/auth';
import { z } from 'zod';
import { callGuestFunction } from '@/server/call-guest-function';
import { stayOf } from '../stay/stay-subject';
import { bookingSchema } from '../verification/verified-stay';

const liveStaySchema = z.object({
  ok: z.literal(true),
  booking: bookingSchema.pick({ code: true }).nullable(),
});

/** The booking behind a full token, if it has one, as the database has it now. The token is never the last word. */
export async function getOwnBooking(session: FullSession) {
  const args = { subject: stayOf(session) };
  return (await callGuestFunction('get_own_stay', args, liveStaySchema)).booking;
}
