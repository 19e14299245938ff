import { isHttps } from '@/env';
import { readPhone } from '@/features/phones/phone-cookie';
import { roomParamsSchema } from '@/features/room/room-params';
import { issueFullSession } from '@/features/verification/issue-full-session';
import { verifyRoom } from '@/features/verification/queries';
import { verifyResponseSchema } from '@/features/verification/verified-stay';
import { roomAnswerSchema } from '@/features/verification/verify-input';
import { defineRoute } from '@/server/define-route';
import { isSessionOfRoom } from '@/server/is-session-of-room';
import { readRequestLocale } from '@/server/request-locale';

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
    const phone = readPhone(request, isHttps());
    const caller = {
      client: clientKey(),
      phone,
      locale: readRequestLocale(request),
      hasScanned: isSessionOfRoom(session, params.roomCode),
    };
    return issueFullSession(await verifyRoom(params.roomCode, body, caller), request, phone);
  },
);
