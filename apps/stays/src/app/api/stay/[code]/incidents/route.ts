import { stayParamsSchema } from '@/codes/stay-code';
import { admitIncidentPhotos, listIncidents } from '@/features/incidents/queries';
import { reportWithPhotos } from '@/features/incidents/report-with-photos';
import { incidentInputSchema, incidentResponseSchema, incidentsResponseSchema } from '@/guest-api/incident';
import { readRequestLocale } from '@/i18n/request-locale';
import { defineRoute } from '@/server/api/define-route';
import { subjectOf } from '@/server/stay/stay-subject';

const megabyte = 1024 * 1024;

/** The guest's own incidents with their replies, and the areas to choose from. */
export const GET = defineRoute(
  {
    route: '/api/stay/[code]/incidents',
    method: 'GET',
    tier: 'full',
    summary: 'List own incidents',
    params: stayParamsSchema,
    paramsError: 'invalid_code',
    isPolled: true,
    isDirect: true,
    output: incidentsResponseSchema,
    errors: ['wrong_stay'],
  },
  async ({ request, session, params }) => {
    const { incidents, areas } = await listIncidents(
      subjectOf(session, params.code),
      readRequestLocale(request),
    );
    return { body: { incidents, areas } };
  },
);

export const POST = defineRoute(
  {
    route: '/api/stay/[code]/incidents',
    method: 'POST',
    tier: 'full',
    summary: 'Report an incident, with up to three photos',
    params: stayParamsSchema,
    paramsError: 'invalid_code',
    body: incidentInputSchema,
    files: { field: 'photos', max: 3, maxBytes: 8 * megabyte },
    admitFiles: ({ session, params }) => admitIncidentPhotos(subjectOf(session, params.code)),
    output: incidentResponseSchema,
    makes: true,
    idempotencyKey: 'optional',
    errors: ['wrong_stay', 'stay_not_begun', 'stay_ended', 'illegal_step', 'conflict'],
  },
  async ({ request, session, params, body, files, idempotencyKey }) => {
    const options = { key: idempotencyKey, locale: readRequestLocale(request) };
    const report = await reportWithPhotos(subjectOf(session, params.code), body, files, options);
    return { body: { incident: report.incident }, status: report.replayed ? 200 : 201 };
  },
);
