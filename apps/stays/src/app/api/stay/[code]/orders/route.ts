import { orderRoutes } from '@gudbro/guest-api/routes/order';
import { listOrders, placeOrder } from '@/features/orders/queries';
import { readRequestLocale } from '@/i18n/request-locale';
import { defineRoute } from '@/server/api/define-route';
import { subjectOf } from '@/server/stay/stay-subject';

export const GET = defineRoute(orderRoutes.listOrders, async ({ request, session, params }) => ({
  body: { orders: await listOrders(subjectOf(session, params.code), readRequestLocale(request)) },
}));

export const POST = defineRoute(
  orderRoutes.placeOrder,
  async ({ request, session, params, body, idempotencyKey }) => {
    const { order, replayed } = await placeOrder(subjectOf(session, params.code), body, {
      // Never null, because the route requires a key.
      key: idempotencyKey ?? '',
      locale: readRequestLocale(request),
    });
    return { body: { order }, status: replayed ? 200 : 201 };
  },
);
