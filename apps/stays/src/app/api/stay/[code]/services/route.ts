import { servicesSchema } from '@/features/content/guest-content';
import { getServices } from '@/features/content/queries';
import { stayParamsSchema } from '@/features/stay/stay-code';
import { subjectForReading } from '@/features/stay/stay-subject';
import { defineRoute } from '@/server/define-route';
import { readRequestLocale } from '@/server/request-locale';

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
