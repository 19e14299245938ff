import { lookupKey } from '@/features/room/queries';
import { roomParamsSchema } from '@/features/room/room-params';
import { openFullSession } from '@/features/verification/open-full-session';
import { verifyRoom } from '@/features/verification/queries';
import { verifyResponseSchema } from '@/features/verification/verified-stay';
import { roomAnswerSchema } from '@/features/verification/verify-input';
import { defineRoute } from '@/server/define-route';

/** The small step in place: one answer raises the session to full. */
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
  async ({ params, body, session, clientKey }) => {
    const client = lookupKey(params.roomCode, { session, clientKey });
    return openFullSession(await verifyRoom(params.roomCode, body, client));
  },
);
