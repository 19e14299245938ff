import 'server-only';
import type { FullSession } from '@gudbro/auth';
import { z } from 'zod';
import { callGuestFunction } from '@/server/call-guest-function';
import { stayOf } from '../stay/stay-subject';

const countingStaySchema = z.object({ ok: z.literal(true), bookingCode: z.string().nullable() });

/** The code of the booking behind a full token, if it has one. Throws `session_expired` once the token counts no longer. */
export async function checkStay(session: FullSession): Promise<string | null> {
  const args = { subject: stayOf(session) };
  return (await callGuestFunction('check_stay', args, countingStaySchema)).bookingCode;
}
