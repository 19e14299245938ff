import 'server-only';
import { dealSchema, numberSchema, servicesSchema } from '@gudbro/guest-api/guest-content';
import { propertySchema } from '@gudbro/guest-api/room-access';
import { z } from 'zod';
import { callGuestFunction } from '../call-guest-function';
import type { ScannedRoom, StaySubject } from './stay-subject';

/** Each gets one part of the property's content for this stay or scanned room, in the given language. */
export const getProperty = readPart('property', propertySchema);
export const getServices = readPart('services', servicesSchema);
export const getDeals = readPart('deals', z.array(dealSchema));
export const getNumbers = readPart('numbers', z.array(numberSchema));

function readPart<Content>(part: string, schema: z.ZodType<Content>) {
  const output = z.object({ ok: z.literal(true), content: schema });
  return async (subject: StaySubject | ScannedRoom, locale: string): Promise<Content> =>
    (await callGuestFunction('get_stay_content', { subject, part, locale }, output)).content;
}
