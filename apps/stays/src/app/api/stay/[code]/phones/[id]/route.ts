import { sessionRoutes } from '@gudbro/guest-api/routes/session';
import { defineRoute } from '@/server/api/define-route';
import { clearSiteDataHeader } from '@/server/session/clear-site-data-header';
import { formatSignedOutCookies } from '@/server/session/session-cookies';
import { signOutPhone } from '@/server/stay/phone-queries';
import { subjectOf } from '@/server/stay/stay-subject';

/** Signs a phone of the stay out. If it is the caller's own, that is the same as signing out. */
export const DELETE = defineRoute(sessionRoutes.signOutPhone, async ({ session, params }) => {
  await signOutPhone(subjectOf(session, params.code), params.id);
  const signedOut = { body: { signedOut: true as const } };
  return params.id === session.phoneId
    ? { ...signedOut, headers: clearSiteDataHeader, cookies: formatSignedOutCookies() }
    : signedOut;
});
