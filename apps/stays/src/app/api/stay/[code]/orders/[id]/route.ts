import { orderRoutes } from '@gudbro/guest-api/routes/order';
import { cancelOrder, getOrder } from '@/features/orders/queries';
import { readRequestLocale } from '@/i18n/request-locale';
import { defineRoute } from '@/server/api/define-route';
import { subjectOf } from '@/server/stay/stay-subject';

export const GET = defineRoute(orderRoutes.readOrder, async ({ request, session, params }) => ({
  body: { order: await getOrder(subjectOf(session, params.code), params.id, readRequestLocale(request)) },
}));

export const DELETE = defineRoute(orderRoutes.cancelOrder, async ({ request, session, params }) => ({
  body: {
    order: await cancelOrder(subjectOf(session, params.code), params.id, readRequestLocale(request)),
  },
}));
