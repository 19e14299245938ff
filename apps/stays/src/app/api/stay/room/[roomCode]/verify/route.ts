import { roomParamsSchema } from '@/features/room/room-params';
import { issueFullSession } from '@/features/verification/issue-full-session';
import { verifyRoom } from '@/features/verification/queries';
import { readProver } from '@/features/verification/read-prover';
import { verifyResponseSchema } from '@/features/verification/verified-stay';
import { roomAnswerSchema } from '@/features/verification/verify-input';
import { defineRoute } from '@/server/define-route';
import { isSessionOfRoom } from '@/server/is-session-of-room';

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
