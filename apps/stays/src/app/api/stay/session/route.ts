import { z } from 'zod';
import { roomWaitSchema, stayStateSchema } from '@/guest-api/stay-state';
import { defineRoute } from '@/server/api/define-route';
import { clearSiteDataHeader } from '@/server/session/clear-site-data-header';
import { checkStay } from '@/server/stay/check-stay';
import { signOut } from '@/server/stay/sign-out';

const sessionResponseSchema = z.object({
  accessTier: z.enum(['browse', 'full']),
  expiresAt: z.iso.datetime(),
  propertyId: z.string(),
  roomId: z.string().nullable(),
  roomCode: z.string().nullable(),
  /** What the stay is worth now; null while browsing. */
  state: stayStateSchema.nullable(),
  /** For a guest who is here before the room is ready: whether it is by now. */
  roomWait: roomWaitSchema,
  /** Another one whenever what the guest reads of the stay may have changed; null while browsing. */
  version: z.string().nullable(),
  bookingCode: z.string().nullable(),
  sessionId: z.string().nullable(),
});

/** Reads the caller's session. For a full one, it checks that the stay is still valid. */
export const GET = defineRoute(
  {
    route: '/api/stay/session',
    method: 'GET',
    summary: 'Who am I',
    tier: 'browse',
    output: sessionResponseSchema,
  },
  async ({ session }) => {
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
  },
);

/** Signs out. Works without a session and without the database, too, because the browser is signed out in any case. */
export const DELETE = defineRoute(
  {
    route: '/api/stay/session',
    method: 'DELETE',
    summary: 'Sign out',
    tier: 'public',
    isLocal: true,
    output: z.object({ signedOut: z.literal(true) }),
  },
  async ({ session, requestId }) => ({
    body: { signedOut: true as const },
    headers: clearSiteDataHeader,
    cookies: await signOut(session, { requestId, route: '/api/stay/session' }),
  }),
);
