import type { RouteDefinitions } from '@gudbro/api-kit/routes';
import { z } from 'zod';

/** What the people who run the app, and other apps, ask it. */
export const serviceRoutes = {
  checkReady: {
    route: '/api/ready',
    method: 'GET',
    summary: 'Is the database reachable',
    tier: 'public',
    output: z.object({ status: z.literal('ready') }),
  },
  checkHealth: {
    route: '/api/health',
    method: 'GET',
    summary: 'Is the process alive',
    tier: 'public',
    isLocal: true,
    output: z.object({ status: z.literal('ok') }),
  },
  readOpenApi: {
    route: '/api/openapi.json',
    method: 'GET',
    tier: 'public',
    isLocal: true,
    summary: 'The OpenAPI document of this API',
    output: z.record(z.string(), z.unknown()),
  },
  readPublicKeys: {
    route: '/.well-known/jwks.json',
    method: 'GET',
    tier: 'public',
    isLocal: true,
    summary: 'Public keys of guest tokens',
    output: z.object({ keys: z.array(z.record(z.string(), z.unknown())) }),
  },
} as const satisfies RouteDefinitions;
