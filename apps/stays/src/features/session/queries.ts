import 'server-only';
import type { FullSession } from '@gudbro/auth';
import { z } from 'zod';
import { callGuestFunction } from '@/server/call-guest-function';
import { subjectOfSession } from '../stay/stay-subject';

const checkedStaySchema = z.object({ ok: z.literal(true), bookingCode: z.string().nullable() });

/** Gets the booking code of a full token, if it has one. Throws `session_expired` if its stay has ended or was cancelled. */
export async function checkStay(session: FullSession): Promise<string | null> {
  const args = { subject: subjectOfSession(session) };
  return (await callGuestFunction('check_stay', args, checkedStaySchema)).bookingCode;
}
