import {
  bookingRequestSchema,
  bookingResponseSchema,
  slugParamsSchema,
} from '@/features/property-page/property-page-schemas';
import { requestBooking } from '@/features/property-page/queries';
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
    makes: true,
    idempotencyKey: 'optional',
    errors: ['conflict'],
  },
  async ({ params, body, clientKey, idempotencyKey }) => {
    const requester = { client: clientKey(), key: idempotencyKey };
    const { replayed, ...booking } = await requestBooking(params.slug, body, requester);
    return { body: booking, status: replayed ? 200 : 201 };
  },
);
