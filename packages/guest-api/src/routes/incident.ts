import type { RouteDefinitions } from '@gudbro/api-kit/routes';
import {
  incidentInputSchema,
  incidentResponseSchema,
  incidentsResponseSchema,
  replyInputSchema,
} from '../incident.ts';
import { ownedParamsSchema, stayParamsSchema } from '../stay-code.ts';

const megabyte = 1024 * 1024;

/** A guest's reports of problems. */
export const incidentRoutes = {
  listIncidents: {
    route: '/api/stay/[code]/incidents',
    method: 'GET',
    tier: 'full',
    summary: 'List own incidents',
    params: stayParamsSchema,
    paramsError: 'invalid_code',
    isPolled: true,
    output: incidentsResponseSchema,
    errors: ['wrong_stay'],
  },
  reportIncident: {
    route: '/api/stay/[code]/incidents',
    method: 'POST',
    tier: 'full',
    summary: 'Report an incident, with up to three photos',
    params: stayParamsSchema,
    paramsError: 'invalid_code',
    body: incidentInputSchema,
    bodyExample: { title: 'The tap drips', description: 'All night long.', priority: 'medium' },
    files: { field: 'photos', max: 3, maxBytes: 8 * megabyte },
    output: incidentResponseSchema,
    makes: true,
    idempotencyKey: 'optional',
    errors: ['wrong_stay', 'stay_not_begun', 'stay_ended', 'illegal_step', 'conflict'],
  },
  replyToIncident: {
    route: '/api/stay/[code]/incidents/[id]/replies',
    method: 'POST',
    tier: 'full',
    summary: 'Reply to the desk under an own incident',
    params: ownedParamsSchema,
    paramsError: 'not_found',
    body: replyInputSchema,
    bodyExample: { message: 'It still drips.' },
    output: incidentResponseSchema,
    makes: true,
    idempotencyKey: 'optional',
    errors: ['wrong_stay', 'stay_not_begun', 'stay_ended', 'illegal_step', 'conflict'],
  },
} as const satisfies RouteDefinitions;
