import type { RouteHandler } from '@gudbro/api-kit/routes';
import { orderRoutes } from '@gudbro/guest-api/routes/order';
import { cancelOrder, getOrder, listOrders, placeOrder } from '@/features/orders/queries';
import { readRequestLocale } from '@/i18n/request-locale';
import { defineRoute } from '@/server/api/define-route';
import { subjectOf } from '@/server/stay/stay-subject';

export const orderHandlers = {
  listOrders: defineRoute(orderRoutes.listOrders, async ({ request, session, params }) => ({
    body: { orders: await listOrders(subjectOf(session, params.code), readRequestLocale(request)) },
  })),

  placeOrder: defineRoute(
    orderRoutes.placeOrder,
    async ({ request, session, params, body, idempotencyKey }) => {
      const { order, replayed } = await placeOrder(subjectOf(session, params.code), body, {
        // Never null, because the route requires a key.
        key: idempotencyKey ?? '',
        locale: readRequestLocale(request),
      });
      return { body: { order }, status: replayed ? 200 : 201 };
    },
  ),

  readOrder: defineRoute(orderRoutes.readOrder, async ({ request, session, params }) => ({
    body: { order: await getOrder(subjectOf(session, params.code), params.id, readRequestLocale(request)) },
  })),

  cancelOrder: defineRoute(orderRoutes.cancelOrder, async ({ request, session, params }) => ({
    body: {
      order: await cancelOrder(subjectOf(session, params.code), params.id, readRequestLocale(request)),
    },
  })),
} satisfies Record<keyof typeof orderRoutes, RouteHandler>;
