import { stayParamsSchema } from '@/codes/stay-code';
import { servicesSchema } from '@/guest-api/guest-content';
import { readRequestLocale } from '@/i18n/request-locale';
import { defineRoute } from '@/server/api/define-route';
import { getServices } from '@/server/stay/content-queries';
import { subjectForReading } from '@/server/stay/stay-subject';

export const GET = defineRoute(
  {
    route: '/api/stay/[code]/services',
    method: 'GET',
    tier: 'browse',
    summary: 'Read the catalogue',
    params: stayParamsSchema,
    paramsError: 'invalid_code',
    output: servicesSchema,
    errors: ['wrong_stay', 'verification_required'],
  },
  async ({ request, session, params }) => {
    const subject = subjectForReading(session, params.code);
    const services = await getServices(subject, readRequestLocale(request));
    return { body: services };
  },
);
