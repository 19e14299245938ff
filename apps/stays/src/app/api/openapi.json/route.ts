import { buildOpenApi } from '@gudbro/api-kit/routes';
import { contract } from '@gudbro/guest-api/contract';
import { serviceRoutes } from '@gudbro/guest-api/routes/service';
import { env } from '@/env';
import { defineRoute } from '@/server/api/define-route';
import { guestAuth } from '@/server/guest-auth';

const cookieName = () => guestAuth().formatClearedCookie().split('=', 1)[0] ?? '';

/** The OpenAPI document of this API, made from the same schemas that parse its requests and responses. */
export const GET = defineRoute(serviceRoutes.readOpenApi, async () => {
  const info = {
    title: 'GudBro Stays guest API',
    version: '1.0.0',
    description: 'Being in the room is enough to look; proving who you are is needed to act.',
    license: { name: 'MIT', identifier: 'MIT' },
    serverUrl: env().STAYS_URL,
    cookieName: cookieName(),
  };
  return {
    body: buildOpenApi(info, contract),
    headers: { 'Cache-Control': 'public, max-age=300' },
  };
});
