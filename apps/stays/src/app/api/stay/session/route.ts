import { sessionRoutes } from '@gudbro/guest-api/routes/session';
import { defineRoute } from '@/server/api/define-route';
import { clearSiteDataHeader } from '@/server/session/clear-site-data-header';
import { checkStay } from '@/server/stay/check-stay';
import { signOut } from '@/server/stay/sign-out';

/** Reads the caller's session. For a full one, it checks that the stay is still valid. */
export const GET = defineRoute(sessionRoutes.readSession, async ({ session }) => {
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
});

/** Signs out. Works without a session and without the database, too, because the browser is signed out in any case. */
export const DELETE = defineRoute(sessionRoutes.signOut, async ({ session, requestId }) => ({
  body: { signedOut: true as const },
  headers: clearSiteDataHeader,
  cookies: await signOut(session, { requestId, route: '/api/stay/session' }),
}));
