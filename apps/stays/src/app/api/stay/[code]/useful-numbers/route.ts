import { z } from 'zod';
import { numberSchema } from '@/features/content/guest-content';
import { getNumbers } from '@/features/content/queries';
import { stayParamsSchema } from '@/features/stay/stay-code';
import { subjectForReading } from '@/features/stay/stay-subject';
import { defineRoute } from '@/server/define-route';
import { readRequestLocale } from '@/server/request-locale';

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
