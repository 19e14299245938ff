import { propertyRoutes } from '@gudbro/guest-api/routes/property';
import { requestBooking } from '@/features/property-page/queries';
import { readRequestLocale } from '@/i18n/request-locale';
import { defineRoute } from '@/server/api/define-route';

/** Requests a booking. The bed is held until the desk decides. If it was taken meanwhile, the error is `conflict`. */
export const POST = defineRoute(
  propertyRoutes.requestBooking,
  async ({ request, params, body, clientKey, idempotencyKey }) => {
    const requester = { client: clientKey(), key: idempotencyKey, locale: readRequestLocale(request) };
    const { replayed, ...booking } = await requestBooking(params.slug, body, requester);
    return { body: booking, status: replayed ? 200 : 201 };
  },
);
