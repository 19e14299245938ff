import { getAvailability } from '@/features/property-page/queries';
import {
  availabilityInputSchema,
  availabilitySchema,
  slugParamsSchema,
} from '@/guest-api/property-page-schemas';
import { readRequestLocale } from '@/i18n/request-locale';
import { defineRoute } from '@/server/api/define-route';

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
