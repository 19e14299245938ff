import { stayParamsSchema } from '@/codes/stay-code';
import { listOrders, placeOrder } from '@/features/orders/queries';
import { orderInputSchema, orderResponseSchema, ordersResponseSchema } from '@/guest-api/order';
import { readRequestLocale } from '@/i18n/request-locale';
import { defineRoute } from '@/server/api/define-route';
import { subjectOf } from '@/server/stay/stay-subject';

export const GET = defineRoute(
  {
    route: '/api/stay/[code]/orders',
    method: 'GET',
    tier: 'full',
    summary: 'List own orders',
    params: stayParamsSchema,
    paramsError: 'invalid_code',
    isPolled: true,
    isDirect: true,
    output: ordersResponseSchema,
    errors: ['wrong_stay'],
  },
  async ({ request, session, params }) => ({
    body: { orders: await listOrders(subjectOf(session, params.code), readRequestLocale(request)) },
  }),
);

export const POST = defineRoute(
  {
    route: '/api/stay/[code]/orders',
    method: 'POST',
    tier: 'full',
    summary: 'Place an order',
    params: stayParamsSchema,
    paramsError: 'invalid_code',
    body: orderInputSchema,
    output: orderResponseSchema,
    makes: true,
    idempotencyKey: 'required',
    errors: ['wrong_stay', 'stay_not_begun', 'stay_ended', 'item_unavailable', 'conflict', 'illegal_step'],
  },
  async ({ request, session, params, body, idempotencyKey }) => {
    const { order, replayed } = await placeOrder(subjectOf(session, params.code), body, {
      // Never null, because the route requires a key.
      key: idempotencyKey ?? '',
      locale: readRequestLocale(request),
    });
    return { body: { order }, status: replayed ? 200 : 201 };
  },
);
