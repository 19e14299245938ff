import { z } from 'zod';
import { stayParamsSchema } from '@/codes/stay-code';
import { replyToIncident } from '@/features/incidents/queries';
import { incidentResponseSchema, replyInputSchema } from '@/guest-api/incident';
import { readRequestLocale } from '@/i18n/request-locale';
import { defineRoute } from '@/server/api/define-route';
import { subjectOf } from '@/server/stay/stay-subject';

export const POST = defineRoute(
  {
    route: '/api/stay/[code]/incidents/[id]/replies',
    method: 'POST',
    tier: 'full',
    summary: 'Reply to the desk under an own incident',
    params: stayParamsSchema.extend({ id: z.uuid() }),
    paramsError: 'not_found',
    body: replyInputSchema,
    output: incidentResponseSchema,
    makes: true,
    idempotencyKey: 'optional',
    errors: ['wrong_stay', 'stay_not_begun', 'stay_ended', 'illegal_step', 'conflict'],
  },
  async ({ request, session, params, body, idempotencyKey }) => {
    const reply = { message: body.message, key: idempotencyKey, locale: readRequestLocale(request) };
    const { incident, replayed } = await replyToIncident(subjectOf(session, params.code), params.id, reply);
    return { body: { incident }, status: replayed ? 200 : 201 };
  },
);
