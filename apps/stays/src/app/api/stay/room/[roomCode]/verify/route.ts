import { roomRoutes } from '@gudbro/guest-api/routes/room';
import { defineRoute } from '@/server/api/define-route';
import { isSessionOfRoom } from '@/server/is-session-of-room';
import { issueFullSession } from '@/server/session/issue-full-session';
import { readProver } from '@/server/session/read-prover';
import { verifyRoom } from '@/server/stay/proof-queries';

export const POST = defineRoute(
  roomRoutes.verifyRoom,
  async ({ request, params, body, session, clientKey }) => {
    const prover = readProver(request, clientKey());
    const hasScanned = isSessionOfRoom(session, params.roomCode);
    const stay = await verifyRoom(params.roomCode, body, { ...prover, hasScanned });
    return issueFullSession(stay, request, prover.phone);
  },
);
