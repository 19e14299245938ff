import { z } from 'zod';
import { pathOfCode } from '@/codes/path-of-code';
import { defineRoute } from '@/server/api/define-route';
import { resolveCheckinLink } from '@/server/stay/room-queries';

const uuidOrNull = z.uuid().nullable().catch(null);

/**
 * The link in QRs that were printed before rooms had codes. Leads to the room's page, or else to the home page. The redirect
 * is a temporary one, because a browser would remember a permanent one after the room's code was replaced.
 */
export const GET = defineRoute(
  {
    route: '/checkin/[propertyId]/[roomId]',
    method: 'GET',
    summary: 'Old printed QRs',
    tier: 'public',
    params: z.object({ propertyId: uuidOrNull, roomId: uuidOrNull }),
    output: z.null(),
  },
  async ({ params: { propertyId, roomId }, clientKey }) => {
    const roomCode = propertyId && roomId ? await resolveCheckinLink(propertyId, roomId, clientKey()) : null;
    const location = roomCode === null ? '/' : pathOfCode({ kind: 'room', code: roomCode });
    return { body: null, status: 307, headers: { Location: location } };
  },
);
