import { z } from 'zod';
import { stayParamsSchema } from '@/codes/stay-code';
import { cancelOrder, getOrder } from '@/features/orders/queries';
import { orderResponseSchema } from '@/guest-api/order';
import { readRequestLocale } from '@/i18n/request-locale';
import { defineRoute } from '@/server/api/define-route';
import { subjectOf } from '@/server/stay/stay-subject';

const orderParamsSchema = stayParamsSchema.extend({ id: z.uuid() });

export const GET = defineRoute(
  {
    route: '/api/stay/[code]/orders/[id]',
    method: 'GET',
    tier: 'full',
    summary: 'Read an own order',
    params: orderParamsSchema,
    paramsError: 'not_found',
    isPolled: true,
    isDirect: true,
    output: orderResponseSchema,
    errors: ['wrong_stay', 'not_found'],
  },
  async ({ request, session, params }) => ({
    body: { order: await getOrder(subjectOf(session, params.code), params.id, readRequestLocale(request)) },
  }),
);

export const DELETE = defineRoute(
  {
    route: '/api/stay/[code]/orders/[id]',
    method: 'DELETE',
    tier: 'full',
    summary: 'Cancel an own order while it is pending',
    params: orderParamsSchema,
    paramsError: 'not_found',
    output: orderResponseSchema,
    errors: ['wrong_stay', 'not_found', 'illegal_step', 'stay_not_begun', 'stay_ended'],
  },
  async ({ request, session, params }) => ({
    body: {
      order: await cancelOrder(subjectOf(session, params.code), params.id, readRequestLocale(request)),
    },
  }),
);
