import { roomParamsSchema } from '@/codes/room-params';
import { verifyResponseSchema } from '@/guest-api/verified-stay';
import { roomAnswerSchema } from '@/guest-api/verify-input';
import { defineRoute } from '@/server/api/define-route';
import { isSessionOfRoom } from '@/server/is-session-of-room';
import { issueFullSession } from '@/server/session/issue-full-session';
import { readProver } from '@/server/session/read-prover';
import { verifyRoom } from '@/server/stay/proof-queries';

export const POST = defineRoute(
  {
    route: '/api/stay/room/[roomCode]/verify',
    method: 'POST',
    tier: 'public',
    summary: 'Prove a stay in this room',
    params: roomParamsSchema,
    paramsError: 'invalid_room_code',
    body: roomAnswerSchema,
    output: verifyResponseSchema,
    errors: ['room_not_found', 'verification_failed', 'verification_required'],
  },
  async ({ request, params, body, session, clientKey }) => {
    const prover = readProver(request, clientKey());
    const hasScanned = isSessionOfRoom(session, params.roomCode);
    const stay = await verifyRoom(params.roomCode, body, { ...prover, hasScanned });
    return issueFullSession(stay, request, prover.phone);
  },
);
