import type { RouteDefinitions } from '@gudbro/api-kit/routes';
import { z } from 'zod';
import { dealSchema, numberSchema, servicesSchema } from '../guest-content.ts';
import { propertySchema } from '../room-access.ts';
import { stayParamsSchema } from '../stay-code.ts';

/** What everybody in the room may read. */
export const contentRoutes = {
  listDeals: {
    route: '/api/stay/[code]/deals',
    method: 'GET',
    tier: 'browse',
    summary: 'Read the local deals',
    params: stayParamsSchema,
    paramsError: 'invalid_code',
    output: z.object({ deals: z.array(dealSchema) }),
    errors: ['wrong_stay', 'verification_required'],
  },
  readCatalogue: {
    route: '/api/stay/[code]/services',
    method: 'GET',
    tier: 'browse',
    summary: 'Read the catalogue',
    params: stayParamsSchema,
    paramsError: 'invalid_code',
    output: servicesSchema,
    errors: ['wrong_stay', 'verification_required'],
  },
  readStayProperty: {
    route: '/api/stay/[code]/property',
    method: 'GET',
    tier: 'browse',
    summary: 'Read about the property',
    params: stayParamsSchema,
    paramsError: 'invalid_code',
    output: z.object({ property: propertySchema }),
    errors: ['wrong_stay', 'verification_required'],
  },
  listUsefulNumbers: {
    route: '/api/stay/[code]/useful-numbers',
    method: 'GET',
    tier: 'browse',
    summary: 'Read the useful numbers',
    params: stayParamsSchema,
    paramsError: 'invalid_code',
    output: z.object({ numbers: z.array(numberSchema) }),
    errors: ['wrong_stay', 'verification_required'],
  },
} as const satisfies RouteDefinitions;
