import { placeSchema, slugParamsSchema } from '@/features/place/place';
import { getPlace } from '@/features/place/queries';
import { defineRoute } from '@/server/define-route';
import { readRequestLocale } from '@/server/request-locale';

/** The property's own page. */
export const GET = defineRoute(
  {
    route: '/api/properties/[slug]',
    method: 'GET',
    tier: 'public',
    summary: 'Read about a property',
    params: slugParamsSchema,
    paramsError: 'not_found',
    output: placeSchema,
  },
  async ({ request, params, clientKey }) => ({
    body: await getPlace(params.slug, clientKey(), readRequestLocale(request)),
  }),
);
