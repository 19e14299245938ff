import { z } from 'zod';
import { defineRoute } from '@/server/define-route';
import { guestAuth } from '@/server/guest-auth';

/** Signing out from a plain form: the session goes, and with it all that this browser kept of the stay. */
export const POST = defineRoute(
  {
    route: '/sign-out',
    method: 'POST',
    summary: 'Sign out, from a plain form',
    tier: 'public',
    output: z.null(),
  },
  async () => ({
    body: null,
    status: 303,
    headers: {
      Location: '/?signed-out=1',
      // The offline copy, the cart and the worker itself. The worker drops its copy too, where this is not heard.
      'Clear-Site-Data': '"cache", "storage"',
    },
    cookies: [guestAuth().formatClearedCookie()],
  }),
);
