import { serviceRoutes } from '@gudbro/guest-api/routes/service';
import { z } from 'zod';
import { defineRoute } from '@/server/api/define-route';
import { tryGuestFunction } from '@/server/call-guest-function';

/** Responds with 503 `unavailable` if the database cannot be reached with the app's role. */
export const GET = defineRoute(serviceRoutes.checkReady, async () => {
  // The cheapest call that the role may make. An empty subject always returns `session_expired`.
  const reply = await tryGuestFunction('check_stay', { subject: {} }, z.never());
  if (reply.code !== 'session_expired') {
    throw reply;
  }
  return { body: { status: 'ready' as const } };
});
