import { z } from 'zod';
import { stayParamsSchema } from '@/codes/stay-code';
import { defineRoute } from '@/server/api/define-route';
import { clearSiteDataHeader } from '@/server/session/clear-site-data-header';
import { formatSignedOutCookies } from '@/server/session/session-cookies';
import { signOutPhone } from '@/server/stay/phone-queries';
import { subjectOf } from '@/server/stay/stay-subject';

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
