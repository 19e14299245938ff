import { z } from 'zod';
import { dealSchema } from '@/features/content/guest-content';
import { getDeals } from '@/features/content/queries';
import { stayParamsSchema } from '@/features/stay/stay-code';
import { subjectForReading } from '@/features/stay/stay-subject';
import { defineRoute } from '@/server/define-route';
import { readRequestLocale } from '@/server/request-locale';

export const GET = defineRoute(
  {
    route: '/api/stay/[code]/deals',
    method: 'GET',
    tier: 'browse',
    summary: 'Read the local deals',
    params: stayParamsSchema,
    paramsError: 'invalid_code',
    output: z.object({ deals: z.array(dealSchema) }),
    errors: ['wrong_stay', 'verification_required'],
  },
  async ({ request, session, params }) => {
    const subject = subjectForReading(session, params.code);
    const deals = await getDeals(subject, readRequestLocale(request));
    return { body: { deals } };
  },
);
