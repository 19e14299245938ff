import type { RouteHandler } from '@gudbro/api-kit/routes';
import { buildOpenApi } from '@gudbro/api-kit/routes';
import { contract } from '@gudbro/guest-api/contract';
import { examples } from '@gudbro/guest-api/examples';
import { serviceRoutes } from '@gudbro/guest-api/routes/service';
import { z } from 'zod';
import { env } from '@/env';
import { defineRoute } from '@/server/api/define-route';
import { tryGuestFunction } from '@/server/call-guest-function';
import { guestAuth } from '@/server/guest-auth';

const cookieName = () => guestAuth().formatClearedCookie().split('=', 1)[0] ?? '';

export const serviceHandlers = {
  /** Responds with 503 `unavailable` if the database cannot be reached with the app's role. */
  checkReady: defineRoute(serviceRoutes.checkReady, async () => {
    // The cheapest call that the role may make. An empty subject always returns `session_expired`.
    const reply = await tryGuestFunction('check_stay', { subject: {} }, z.never());
    if (reply.code !== 'session_expired') {
      throw reply;
    }
    return { body: { status: 'ready' as const } };
  }),

  /** Responds as long as the process runs, without the database. */
  checkHealth: defineRoute(serviceRoutes.checkHealth, async () => ({ body: { status: 'ok' as const } })),

  /** The OpenAPI document of this API, made from the same schemas that parse its requests and responses. */
  readOpenApi: defineRoute(serviceRoutes.readOpenApi, async () => {
    const info = {
      title: 'GudBro Stays guest API',
      version: '1.0.0',
      description: 'Being in the room is enough to look; proving who you are is needed to act.',
      license: { name: 'MIT', identifier: 'MIT' },
      serverUrl: env().STAYS_URL,
      cookieName: cookieName(),
    };
    return {
      body: buildOpenApi(info, contract, examples),
      headers: { 'Cache-Control': 'public, max-age=300' },
    };
  }),

  /** The public keys, with which other apps can verify a guest token but cannot issue one. */
  readPublicKeys: defineRoute(serviceRoutes.readPublicKeys, async () => ({
    body: { keys: [...guestAuth().toJwks().keys] },
    headers: { 'Cache-Control': 'public, max-age=300' },
  })),
} satisfies Record<keyof typeof serviceRoutes, RouteHandler>;
