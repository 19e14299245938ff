import { getPropertyPage } from '@/features/property-page/queries';
import { propertyPageSchema, slugParamsSchema } from '@/guest-api/property-page-schemas';
import { readRequestLocale } from '@/i18n/request-locale';
import { defineRoute } from '@/server/api/define-route';

export const GET = defineRoute(
  {
    route: '/api/properties/[slug]',
    method: 'GET',
    tier: 'public',
    summary: 'Read about a property',
    params: slugParamsSchema,
    paramsError: 'not_found',
    output: propertyPageSchema,
  },
  async ({ request, params, clientKey }) => ({
    body: await getPropertyPage(params.slug, clientKey(), readRequestLocale(request)),
  }),
);
