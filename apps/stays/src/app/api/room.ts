import type { RouteHandler } from '@gudbro/api-kit/routes';
import { roomRoutes } from '@gudbro/guest-api/routes/room';
import { scanRoom } from '@/features/room/scan-room';
import { defineRoute } from '@/server/api/define-route';
import { isSessionOfRoom } from '@/server/is-session-of-room';
import { issueFullSession } from '@/server/session/issue-full-session';
import { readProver } from '@/server/session/read-prover';
import { verifyRoom } from '@/server/stay/proof-queries';

const asksOf = { room: 'nothing', booking: 'last_name', access: 'nothing' } as const;

export const roomHandlers = {
  /** Tells the kind of a code and what a guest has to prove for it, from its form alone: the code may not exist. */
  recogniseCode: defineRoute(roomRoutes.recogniseCode, async ({ params: { code } }) => ({
    body: { kind: code.kind, asks: asksOf[code.kind] },
  })),

  /** Issues a browse token and responds with what it may read, or with the own stay of a guest verified in this room. */
  scanRoom: defineRoute(roomRoutes.scanRoom, async ({ request, params, session, clientKey }) =>
    scanRoom(params.roomCode, { session, clientKey }, request),
  ),

  verifyRoom: defineRoute(roomRoutes.verifyRoom, async ({ request, params, body, session, clientKey }) => {
    const prover = readProver(request, clientKey());
    const hasScanned = isSessionOfRoom(session, params.roomCode);
    const stay = await verifyRoom(params.roomCode, body, { ...prover, hasScanned });
    return issueFullSession(stay, request, prover.phone);
  }),
} satisfies Record<keyof typeof roomRoutes, RouteHandler>;
