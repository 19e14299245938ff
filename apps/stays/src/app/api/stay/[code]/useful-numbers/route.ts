import { z } from 'zod';
import { stayParamsSchema } from '@/codes/stay-code';
import { numberSchema } from '@/guest-api/guest-content';
import { readRequestLocale } from '@/i18n/request-locale';
import { defineRoute } from '@/server/api/define-route';
import { getNumbers } from '@/server/stay/content-queries';
import { subjectForReading } from '@/server/stay/stay-subject';

export const GET = defineRoute(
  {
    route: '/api/stay/[code]/useful-numbers',
    method: 'GET',
    tier: 'browse',
    summary: 'Read the useful numbers',
    params: stayParamsSchema,
    paramsError: 'invalid_code',
    output: z.object({ numbers: z.array(numberSchema) }),
    errors: ['wrong_stay', 'verification_required'],
  },
  async ({ request, session, params }) => {
    const subject = subjectForReading(session, params.code);
    const numbers = await getNumbers(subject, readRequestLocale(request));
    return { body: { numbers } };
  },
);
