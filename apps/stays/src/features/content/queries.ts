import 'server-only';
import { z } from 'zod';
import { callGuestFunction } from '@/server/call-guest-function';
import { propertySchema } from '../room/room-access';
import type { ScannedRoom, StaySubject } from '../stay/stay-subject';
import { guestContentSchema } from './guest-content';

const stayContentSchema = guestContentSchema.extend({ ok: z.literal(true), property: propertySchema });

/** The place, its catalogue, deals and numbers, in the reader's language. */
export function getStayContent(subject: StaySubject | ScannedRoom, locale: string) {
  return callGuestFunction('get_stay_content', { subject, locale }, stayContentSchema);
}
