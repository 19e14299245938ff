import { buildOpenApi } from '@gudbro/api-kit/routes';
import { z } from 'zod';
import { listApiRoutes } from '@/app/api/list-api-routes';
import { env } from '@/env';
import { defineRoute } from '@/server/api/define-route';
import { guestAuth } from '@/server/guest-auth';

const cookieName = () => guestAuth().formatClearedCookie().split('=', 1)[0] ?? '';

/** The OpenAPI document of this API, made from the same schemas that parse its requests and responses. */
export const GET = defineRoute(
  {
    route: '/api/openapi.json',
    method: 'GET',
    tier: 'public',
    isLocal: true,
    summary: 'The OpenAPI document of this API',
    output: z.record(z.string(), z.unknown()),
  },
  async () => {
    const info = {
      title: 'GudBro Stays guest API',
      version: '1.0.0',
      description: 'Being in the room is enough to look; proving who you are is needed to act.',
      serverUrl: env().STAYS_URL,
      cookieName: cookieName(),
    };
    return {
      body: buildOpenApi(info, await listApiRoutes()),
      headers: { 'Cache-Control': 'public, max-age=300' },
    };
  },
);
