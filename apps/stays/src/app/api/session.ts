import type { RouteHandler } from '@gudbro/api-kit/routes';
import { sessionRoutes } from '@gudbro/guest-api/routes/session';
import { defineRoute } from '@/server/api/define-route';
import { clearSiteDataHeader } from '@/server/session/clear-site-data-header';
import { issueFullSession } from '@/server/session/issue-full-session';
import { readProver } from '@/server/session/read-prover';
import { formatSignedOutCookies } from '@/server/session/session-cookies';
import { checkStay } from '@/server/stay/check-stay';
import { listPhones, signOutPhone } from '@/server/stay/phone-queries';
import { openGuestSession, verifyBooking } from '@/server/stay/proof-queries';
import { signOut } from '@/server/stay/sign-out';
import { subjectOf } from '@/server/stay/stay-subject';

export const sessionHandlers = {
  /** Signs in with an access code, which the desk hands out. */
  openGuestSession: defineRoute(sessionRoutes.openGuestSession, async ({ request, body, clientKey }) => {
    const prover = readProver(request, clientKey());
    return issueFullSession(await openGuestSession(body.accessCode, prover), request, prover.phone);
  }),

  listPhones: defineRoute(sessionRoutes.listPhones, async ({ session, params }) => ({
    body: { phones: await listPhones(subjectOf(session, params.code)) },
  })),

  /** Signs a phone of the stay out. If it is the caller's own, that is the same as signing out. */
  signOutPhone: defineRoute(sessionRoutes.signOutPhone, async ({ session, params }) => {
    await signOutPhone(subjectOf(session, params.code), params.id);
    const signedOut = { body: { signedOut: true as const } };
    return params.id === session.phoneId
      ? { ...signedOut, headers: clearSiteDataHeader, cookies: formatSignedOutCookies() }
      : signedOut;
  }),

  /** Reads the caller's session. For a full one, it checks that the stay is still valid. */
  readSession: defineRoute(sessionRoutes.readSession, async ({ session }) => {
    const stay = session.accessTier === 'full' ? await checkStay(session) : null;
    return {
      body: {
        accessTier: session.accessTier,
        expiresAt: session.expiresAt.toISOString(),
        propertyId: session.propertyId,
        roomId: session.roomId ?? null,
        roomCode: session.roomCode ?? null,
        state: stay?.state ?? null,
        roomWait: stay?.roomWait ?? null,
        version: stay?.version ?? null,
        bookingCode: stay?.bookingCode ?? null,
        sessionId: session.accessTier === 'full' ? (session.sessionId ?? null) : null,
      },
    };
  }),

  /** Signs out. Works without a session and without the database, too, because the browser is signed out in any case. */
  signOut: defineRoute(sessionRoutes.signOut, async ({ session, requestId }) => ({
    body: { signedOut: true as const },
    headers: clearSiteDataHeader,
    cookies: await signOut(session, { requestId, route: '/api/stay/session' }),
  })),

  /** Verifies by booking code and last name. Must not reveal whether the code is unknown, the name wrong or the stay over. */
  verifyBooking: defineRoute(sessionRoutes.verifyBooking, async ({ request, body, clientKey }) => {
    const prover = readProver(request, clientKey());
    return issueFullSession(
      await verifyBooking(body.bookingCode, body.lastName, prover),
      request,
      prover.phone,
    );
  }),
} satisfies Record<keyof typeof sessionRoutes, RouteHandler>;
