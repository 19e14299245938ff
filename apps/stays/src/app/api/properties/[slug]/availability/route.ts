import {
  availabilityInputSchema,
  availabilitySchema,
  slugParamsSchema,
} from '@/features/property-page/property-page-schemas';
import { getAvailability } from '@/features/property-page/queries';
import { defineRoute } from '@/server/define-route';
import { readRequestLocale } from '@/server/request-locale';

export const GET = defineRoute(
  {
    route: '/api/properties/[slug]/availability',
    method: 'GET',
    tier: 'public',
    summary: 'Find free rooms and beds',
    params: slugParamsSchema,
    paramsError: 'not_found',
    query: availabilityInputSchema,
    output: availabilitySchema,
  },
  async ({ request, params, query, clientKey }) => ({
    body: await getAvailability(params.slug, query, {
      client: clientKey(),
      locale: readRequestLocale(request),
    }),
  }),
);
