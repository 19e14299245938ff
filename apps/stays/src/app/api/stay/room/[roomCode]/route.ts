import { resolveRoom } from '@/features/room/queries';
import { roomParamsSchema } from '@/features/room/room-params';
import { requireOpenRoom, roomResponseSchema, shapeRoom } from '@/features/room/room-response';
import { defineRoute } from '@/server/define-route';
import { guestAuth } from '@/server/guest-auth';
import { isSessionOfRoom } from '@/server/is-session-of-room';

/** A scan of the room's code: what anybody in the room may read, and a browse token for it. */
export const GET = defineRoute(
  {
    route: '/api/stay/room/[roomCode]',
    method: 'GET',
    summary: "Scan a room's code",
    tier: 'public',
    params: roomParamsSchema,
    paramsError: 'invalid_room_code',
    output: roomResponseSchema,
  },
  async ({ params, session, clientKey }) => {
    const access = requireOpenRoom(await resolveRoom(params.roomCode, { session, clientKey }));
    const issued = await guestAuth().signRoomBrowseToken({
      propertyId: access.property.id,
      roomId: access.room.id,
      roomCode: access.room.code,
    });
    // Who already proved a stay in this room is not thrown back to browsing by reading it again.
    const cookies = isSessionOfRoom(session, access.room.code) ? [] : [guestAuth().formatCookie(issued)];
    return { body: shapeRoom(access, issued), cookies };
  },
);
