import { z } from 'zod';
import { defineRoute } from '@/server/api/define-route';
import { clearSiteDataHeader } from '@/server/session/clear-site-data-header';
import { signOut } from '@/server/stay/sign-out';

/** Signs out from a form: clears the session and what this browser stored of the stay. */
export const POST = defineRoute(
  {
    route: '/sign-out',
    method: 'POST',
    summary: 'Sign out, from a plain form',
    tier: 'public',
    form: true,
    output: z.null(),
  },
  async ({ session, requestId }) => ({
    body: null,
    status: 303,
    headers: { Location: '/?signed-out=1', ...clearSiteDataHeader },
    cookies: await signOut(session, { requestId, route: '/sign-out' }),
  }),
);
