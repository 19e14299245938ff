import { propertyPageSchema, slugParamsSchema } from '@/features/property-page/property-page-schemas';
import { getPropertyPage } from '@/features/property-page/queries';
import { defineRoute } from '@/server/define-route';
import { readRequestLocale } from '@/server/request-locale';

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
