import { z } from 'zod';
import { clearSiteDataHeader } from '@/features/session/clear-site-data-header';
import { checkStay } from '@/features/session/queries';
import { formatSignedOutCookies } from '@/features/session/session-cookies';
import { stayStateSchema } from '@/features/stay/stay-state';
import { defineRoute } from '@/server/define-route';

const sessionResponseSchema = z.object({
  accessTier: z.enum(['browse', 'full']),
  expiresAt: z.iso.datetime(),
  propertyId: z.string(),
  roomId: z.string().nullable(),
  roomCode: z.string().nullable(),
  /** What the stay is worth now; null while browsing. */
  state: stayStateSchema.nullable(),
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
        bookingCode: stay?.bookingCode ?? null,
        sessionId: session.accessTier === 'full' ? (session.sessionId ?? null) : null,
      },
    };
  },
);

/** Signs out. Works without a session, too, because the result is the same. */
export const DELETE = defineRoute(
  {
    route: '/api/stay/session',
    method: 'DELETE',
    summary: 'Sign out',
    tier: 'public',
    isLocal: true,
    output: z.object({ signedOut: z.literal(true) }),
  },
  async () => ({
    body: { signedOut: true as const },
    headers: clearSiteDataHeader,
    cookies: formatSignedOutCookies(),
  }),
);
