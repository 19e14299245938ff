import { availabilityInputSchema, availabilitySchema, slugParamsSchema } from '@/features/place/place';
import { getAvailability } from '@/features/place/queries';
import { defineRoute } from '@/server/define-route';

/** Rooms and beds that are free for these nights and this many guests. */
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
  async ({ params, query, clientKey }) => ({ body: await getAvailability(params.slug, query, clientKey()) }),
);
