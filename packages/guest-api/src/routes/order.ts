import type { RouteDefinitions } from '@gudbro/api-kit/routes';
import { orderInputSchema, orderResponseSchema, ordersResponseSchema } from '../order.ts';
import { ownedParamsSchema, stayParamsSchema } from '../stay-code.ts';

/** A guest's orders. */
export const orderRoutes = {
  listOrders: {
    route: '/api/stay/[code]/orders',
    method: 'GET',
    tier: 'full',
    summary: 'List own orders',
    params: stayParamsSchema,
    paramsError: 'invalid_code',
    isPolled: true,
    output: ordersResponseSchema,
    errors: ['wrong_stay'],
  },
  placeOrder: {
    route: '/api/stay/[code]/orders',
    method: 'POST',
    tier: 'full',
    summary: 'Place an order',
    params: stayParamsSchema,
    paramsError: 'invalid_code',
    body: orderInputSchema,
    bodyExample: {
      items: [{ itemId: '6f9b1c1e-0a55-4d7a-9d3c-0d6a3d1f2b11', quantity: 2 }],
      notes: 'No ice, please',
      expectedTotalMinor: 90_000,
    },
    output: orderResponseSchema,
    makes: true,
    idempotencyKey: 'required',
    errors: ['wrong_stay', 'stay_not_begun', 'stay_ended', 'item_unavailable', 'conflict', 'illegal_step'],
  },
  readOrder: {
    route: '/api/stay/[code]/orders/[id]',
    method: 'GET',
    tier: 'full',
    summary: 'Read an own order',
    params: ownedParamsSchema,
    paramsError: 'not_found',
    isPolled: true,
    output: orderResponseSchema,
    errors: ['wrong_stay', 'not_found'],
  },
  cancelOrder: {
    route: '/api/stay/[code]/orders/[id]',
    method: 'DELETE',
    tier: 'full',
    summary: 'Cancel an own order while it is pending',
    params: ownedParamsSchema,
    paramsError: 'not_found',
    output: orderResponseSchema,
    errors: ['wrong_stay', 'not_found', 'illegal_step', 'stay_not_begun', 'stay_ended'],
  },
} as const satisfies RouteDefinitions;
