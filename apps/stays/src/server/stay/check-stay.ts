import 'server-only';
import type { FullSession } from '@gudbro/auth';
import { roomWaitSchema, stayStateSchema } from '@gudbro/guest-api/stay-state';
import { z } from 'zod';
import { callGuestFunction } from '../call-guest-function';
import { subjectOfSession } from './stay-subject';

const checkedStaySchema = z.object({
  ok: z.literal(true),
  state: stayStateSchema,
  bookingCode: z.string().nullable(),
  roomWait: roomWaitSchema,
  version: z.string(),
});

type CheckedStay = Pick<z.infer<typeof checkedStaySchema>, 'state' | 'bookingCode' | 'roomWait' | 'version'>;

/** Gets the state of a full token's stay. Throws `session_expired` if it is over or was cancelled. */
export function checkStay(session: FullSession): Promise<CheckedStay> {
  return callGuestFunction('check_stay', { subject: subjectOfSession(session) }, checkedStaySchema);
}
