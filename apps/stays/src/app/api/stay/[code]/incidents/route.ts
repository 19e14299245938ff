import { incidentRoutes } from '@gudbro/guest-api/routes/incident';
import { admitIncidentPhotos, listIncidents } from '@/features/incidents/queries';
import { reportWithPhotos } from '@/features/incidents/report-with-photos';
import { readRequestLocale } from '@/i18n/request-locale';
import { defineRoute } from '@/server/api/define-route';
import { subjectOf } from '@/server/stay/stay-subject';

/** The guest's own incidents with their replies, and the areas to choose from. */
export const GET = defineRoute(incidentRoutes.listIncidents, async ({ request, session, params }) => {
  const { incidents, areas } = await listIncidents(
    subjectOf(session, params.code),
    readRequestLocale(request),
  );
  return { body: { incidents, areas } };
});

export const POST = defineRoute(
  {
    ...incidentRoutes.reportIncident,
    admitFiles: ({ session, params }) => admitIncidentPhotos(subjectOf(session, params.code)),
  },
  async ({ request, session, params, body, files, idempotencyKey }) => {
    const options = { key: idempotencyKey, locale: readRequestLocale(request) };
    const report = await reportWithPhotos(subjectOf(session, params.code), body, files, options);
    return { body: { incident: report.incident }, status: report.replayed ? 200 : 201 };
  },
);
