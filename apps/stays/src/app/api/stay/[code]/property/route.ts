import { z } from 'zod';
import { stayParamsSchema } from '@/codes/stay-code';
import { propertySchema } from '@/guest-api/room-access';
import { readRequestLocale } from '@/i18n/request-locale';
import { defineRoute } from '@/server/api/define-route';
import { getProperty } from '@/server/stay/content-queries';
import { subjectForReading } from '@/server/stay/stay-subject';

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
