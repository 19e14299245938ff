import 'server-only';
import { phonesResponseSchema, type StayPhone } from '@gudbro/guest-api/phone';
import { z } from 'zod';
import { callGuestFunction } from '../call-guest-function';
import type { StaySubject } from './stay-subject';

const listedSchema = phonesResponseSchema.extend({ ok: z.literal(true) });

export async function listPhones(subject: StaySubject): Promise<StayPhone[]> {
  return (await callGuestFunction('list_own_phones', { subject }, listedSchema)).phones;
}

/** Takes a phone off the stay. Its token and its cookie count no more. Throws `not_found` if it is not on the stay. */
export async function signOutPhone(subject: StaySubject, phoneId: string): Promise<void> {
  await callGuestFunction(
    'sign_out_own_phone',
    { subject, phone_id: phoneId },
    z.object({ ok: z.literal(true) }),
  );
}
