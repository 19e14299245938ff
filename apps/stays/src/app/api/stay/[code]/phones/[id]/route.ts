import { z } from 'zod';
import { signOutPhone } from '@/features/phones/queries';
import { clearSiteDataHeader } from '@/features/session/clear-site-data-header';
import { formatSignedOutCookies } from '@/features/session/session-cookies';
import { stayParamsSchema } from '@/features/stay/stay-code';
import { subjectOf } from '@/features/stay/stay-subject';
import { defineRoute } from '@/server/define-route';

/** Signs a phone of the stay out. If it is the caller's own, that is the same as signing out. */
export const DELETE = defineRoute(
  {
    route: '/api/stay/[code]/phones/[id]',
    method: 'DELETE',
    tier: 'full',
    summary: 'Sign out a phone on the stay',
    params: stayParamsSchema.extend({ id: z.uuid() }),
    paramsError: 'not_found',
    output: z.object({ signedOut: z.literal(true) }),
    errors: ['wrong_stay', 'not_found'],
  },
  async ({ session, params }) => {
    await signOutPhone(subjectOf(session, params.code), params.id);
    const signedOut = { body: { signedOut: true as const } };
    return params.id === session.phoneId
      ? { ...signedOut, headers: clearSiteDataHeader, cookies: formatSignedOutCookies() }
      : signedOut;
  },
);
