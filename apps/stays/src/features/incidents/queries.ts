import 'server-only';
import { type IncidentInput, incidentSchema, incidentsResponseSchema } from '@gudbro/guest-api/incident';
import { z } from 'zod';
import { callGuestFunction } from '@/server/call-guest-function';
import type { StaySubject } from '@/server/stay/stay-subject';

const reportedSchema = z.object({
  ok: z.literal(true),
  replayed: z.boolean(),
  incident: incidentSchema,
  photoPaths: z.array(z.string()),
});
const listedSchema = incidentsResponseSchema.extend({ ok: z.literal(true) });
const forgottenSchema = z.object({ ok: z.literal(true), isLost: z.boolean() });
const renewedSchema = z.object({ ok: z.literal(true), path: z.string().nullable() });
const repliedSchema = z.object({ ok: z.literal(true), replayed: z.boolean(), incident: incidentSchema });

export type ReportOptions = { photoCount: number; key: string | null; locale: string };

export function reportIncident(
  subject: StaySubject,
  input: IncidentInput,
  { photoCount, key, locale }: ReportOptions,
) {
  const args = {
    subject,
    title: input.title,
    description: input.description,
    priority: input.priority,
    photo_count: photoCount,
    locale,
    ...(input.areaId === undefined ? {} : { area_id: input.areaId }),
    ...(key === null ? {} : { idempotency_key: key }),
  };
  return callGuestFunction('report_incident', args, reportedSchema);
}

/** Throws if this stay may not report, or reports too often. To be called before its photos are read. */
export async function admitIncidentPhotos(subject: StaySubject): Promise<void> {
  await callGuestFunction('admit_incident_photos', { subject }, z.object({ ok: z.literal(true) }));
}

/** Gives a photo a fresh path for another try to store it. Null: it is stored, or another request is storing it. */
export async function renewIncidentPhoto(
  subject: StaySubject,
  incidentId: string,
  path: string,
): Promise<string | null> {
  const args = { subject, incident_id: incidentId, path };
  return (await callGuestFunction('renew_incident_photo', args, renewedSchema)).path;
}

/** Removes the path of a photo from its report. Returns false if the photo is stored after all: then the path stays. */
export async function forgetIncidentPhoto(
  subject: StaySubject,
  incidentId: string,
  path: string,
): Promise<boolean> {
  const args = { subject, incident_id: incidentId, path };
  return (await callGuestFunction('forget_incident_photo', args, forgottenSchema)).isLost;
}

export function listIncidents(subject: StaySubject, locale: string) {
  return callGuestFunction('list_own_incidents', { subject, locale }, listedSchema);
}

type Reply = { message: string; key: string | null; locale: string };

export function replyToIncident(subject: StaySubject, incidentId: string, { message, key, locale }: Reply) {
  const args = {
    subject,
    incident_id: incidentId,
    message,
    locale,
    ...(key === null ? {} : { idempotency_key: key }),
  };
  return callGuestFunction('reply_to_incident', args, repliedSchema);
}
