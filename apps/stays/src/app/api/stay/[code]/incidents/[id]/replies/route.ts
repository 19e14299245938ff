import { z } from 'zod';
import { incidentResponseSchema, replyInputSchema } from '@/features/incidents/incident';
import { replyToIncident } from '@/features/incidents/queries';
import { stayParamsSchema } from '@/features/stay/stay-code';
import { subjectOf } from '@/features/stay/stay-subject';
import { defineRoute } from '@/server/define-route';
import { readRequestLocale } from '@/server/request-locale';

/** A word to the desk under one's own report. */
export const POST = defineRoute(
  {
    route: '/api/stay/[code]/incidents/[id]/replies',
    method: 'POST',
    tier: 'full',
    summary: 'Answer the desk under an own incident',
    params: stayParamsSchema.extend({ id: z.uuid() }),
    paramsError: 'not_found',
    body: replyInputSchema,
    output: incidentResponseSchema,
    errors: ['wrong_stay', 'not_found', 'stay_ended', 'illegal_step'],
  },
  async ({ request, session, params, body }) => {
    const subject = subjectOf(session, params.code);
    const incident = await replyToIncident(subject, params.id, body.message, readRequestLocale(request));
    return { body: { incident }, status: 201 };
  },
);
