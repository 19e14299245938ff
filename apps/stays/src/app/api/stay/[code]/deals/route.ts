import { z } from 'zod';
import { stayParamsSchema } from '@/codes/stay-code';
import { dealSchema } from '@/guest-api/guest-content';
import { readRequestLocale } from '@/i18n/request-locale';
import { defineRoute } from '@/server/api/define-route';
import { getDeals } from '@/server/stay/content-queries';
import { subjectForReading } from '@/server/stay/stay-subject';

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
