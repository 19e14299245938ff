import type { RouteHandler } from '@gudbro/api-kit/routes';
import { propertyRoutes } from '@gudbro/guest-api/routes/property';
import { getAvailability, getPropertyPage, requestBooking } from '@/features/property-page/queries';
import { readRequestLocale } from '@/i18n/request-locale';
import { defineRoute } from '@/server/api/define-route';

export const propertyHandlers = {
  readProperty: defineRoute(propertyRoutes.readProperty, async ({ request, params, clientKey }) => ({
    body: await getPropertyPage(params.slug, clientKey(), readRequestLocale(request)),
  })),

  findAvailability: defineRoute(
    propertyRoutes.findAvailability,
    async ({ request, params, query, clientKey }) => ({
      body: await getAvailability(params.slug, query, {
        client: clientKey(),
        locale: readRequestLocale(request),
      }),
    }),
  ),

  /** Requests a booking. The bed is held until the desk decides. If it was taken meanwhile, the error is `conflict`. */
  requestBooking: defineRoute(
    propertyRoutes.requestBooking,
    async ({ request, params, body, clientKey, idempotencyKey }) => {
      const requester = { client: clientKey(), key: idempotencyKey, locale: readRequestLocale(request) };
      const { replayed, ...booking } = await requestBooking(params.slug, body, requester);
      return { body: booking, status: replayed ? 200 : 201 };
    },
  ),
} satisfies Record<keyof typeof propertyRoutes, RouteHandler>;
