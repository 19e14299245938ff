import { z } from 'zod';
import { getProperty } from '@/features/content/queries';
import { propertySchema } from '@/features/room/room-access';
import { stayParamsSchema } from '@/features/stay/stay-code';
import { subjectForReading } from '@/features/stay/stay-subject';
import { defineRoute } from '@/server/define-route';
import { readRequestLocale } from '@/server/request-locale';

export const GET = defineRoute(
  {
    route: '/api/stay/[code]/property',
    method: 'GET',
    tier: 'browse',
    summary: 'Read about the property',
    params: stayParamsSchema,
    paramsError: 'invalid_code',
    output: z.object({ property: propertySchema }),
    errors: ['wrong_stay', 'verification_required'],
  },
  async ({ request, session, params }) => {
    const subject = subjectForReading(session, params.code);
    const property = await getProperty(subject, readRequestLocale(request));
    return { body: { property } };
  },
);
