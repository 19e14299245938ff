import { roomParamsSchema } from '@/codes/room-params';
import { scanRoom } from '@/features/room/scan-room';
import { defineRoute } from '@/server/api/define-route';
import { roomResponseSchema } from '@/server/stay/room-response';

/** Issues a browse token and responds with what it may read, or with the own stay of a guest verified in this room. */
export const GET = defineRoute(
  {
    route: '/api/stay/room/[roomCode]',
    method: 'GET',
    summary: "Scan a room's code",
    tier: 'public',
    isDirect: true,
    params: roomParamsSchema,
    paramsError: 'invalid_room_code',
    output: roomResponseSchema,
    errors: ['room_not_found', 'room_code_replaced', 'verification_required'],
  },
  async ({ request, params, session, clientKey }) =>
    scanRoom(params.roomCode, { session, clientKey }, request),
);
