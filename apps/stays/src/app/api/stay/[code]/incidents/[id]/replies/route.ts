import { incidentRoutes } from '@gudbro/guest-api/routes/incident';
import { replyToIncident } from '@/features/incidents/queries';
import { readRequestLocale } from '@/i18n/request-locale';
import { defineRoute } from '@/server/api/define-route';
import { subjectOf } from '@/server/stay/stay-subject';

export const POST = defineRoute(
  incidentRoutes.replyToIncident,
  async ({ request, session, params, body, idempotencyKey }) => {
    const reply = { message: body.message, key: idempotencyKey, locale: readRequestLocale(request) };
    const { incident, replayed } = await replyToIncident(subjectOf(session, params.code), params.id, reply);
    return { body: { incident }, status: replayed ? 200 : 201 };
  },
);
