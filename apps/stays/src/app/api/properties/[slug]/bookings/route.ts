import { bookingRequestSchema, bookingResponseSchema, slugParamsSchema } from '@/features/place/place';
import { requestBooking } from '@/features/place/queries';
import { defineRoute } from '@/server/define-route';

/** Asks for a bed. It is held until the desk answers; one taken meanwhile is 409 `conflict`. A key makes two tries one. */
export const POST = defineRoute(
  {
    route: '/api/properties/[slug]/bookings',
    method: 'POST',
    tier: 'public',
    summary: 'Request a booking',
    params: slugParamsSchema,
    paramsError: 'not_found',
    body: bookingRequestSchema,
    output: bookingResponseSchema,
    errors: ['not_found', 'conflict'],
  },
  async ({ request, params, body, clientKey }) => {
    const key = request.headers.get('idempotency-key');
    const { replayed, ...booking } = await requestBooking(params.slug, body, { client: clientKey(), key });
    return { body: booking, status: replayed ? 200 : 201 };
  },
);
