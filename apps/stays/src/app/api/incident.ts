import type { RouteHandler } from '@gudbro/api-kit/routes';
import { incidentRoutes } from '@gudbro/guest-api/routes/incident';
import { admitIncidentPhotos, listIncidents, replyToIncident } from '@/features/incidents/queries';
import { reportWithPhotos } from '@/features/incidents/report-with-photos';
import { readRequestLocale } from '@/i18n/request-locale';
import { defineRoute } from '@/server/api/define-route';
import { subjectOf } from '@/server/stay/stay-subject';

export const incidentHandlers = {
  /** The guest's own incidents with their replies, and the areas to choose from. */
  listIncidents: defineRoute(incidentRoutes.listIncidents, async ({ request, session, params }) => {
    const { incidents, areas } = await listIncidents(
      subjectOf(session, params.code),
      readRequestLocale(request),
    );
    return { body: { incidents, areas } };
  }),

  reportIncident: defineRoute(
    {
      ...incidentRoutes.reportIncident,
      admitFiles: ({ session, params }) => admitIncidentPhotos(subjectOf(session, params.code)),
    },
    async ({ request, session, params, body, files, idempotencyKey }) => {
      const options = { key: idempotencyKey, locale: readRequestLocale(request) };
      const report = await reportWithPhotos(subjectOf(session, params.code), body, files, options);
      return { body: { incident: report.incident }, status: report.replayed ? 200 : 201 };
    },
  ),

  replyToIncident: defineRoute(
    incidentRoutes.replyToIncident,
    async ({ request, session, params, body, idempotencyKey }) => {
      const reply = { message: body.message, key: idempotencyKey, locale: readRequestLocale(request) };
      const { incident, replayed } = await replyToIncident(subjectOf(session, params.code), params.id, reply);
      return { body: { incident }, status: replayed ? 200 : 201 };
    },
  ),
} satisfies Record<keyof typeof incidentRoutes, RouteHandler>;
