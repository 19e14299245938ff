import { roomRoutes } from '@gudbro/guest-api/routes/room';
import { scanRoom } from '@/features/room/scan-room';
import { defineRoute } from '@/server/api/define-route';

/** Issues a browse token and responds with what it may read, or with the own stay of a guest verified in this room. */
export const GET = defineRoute(roomRoutes.scanRoom, async ({ request, params, session, clientKey }) =>
  scanRoom(params.roomCode, { session, clientKey }, request),
);
