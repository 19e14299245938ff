import type { RouteDefinitions } from '@gudbro/api-kit/routes';
import { z } from 'zod';
import { roomParamsSchema } from '../room-params.ts';
import { roomResponseSchema } from '../room-response.ts';
import { stayParamsSchema } from '../stay-code.ts';
import { verifyResponseSchema } from '../verified-stay.ts';
import { roomAnswerSchema } from '../verify-input.ts';

/** What a code opens. */
export const roomRoutes = {
  recogniseCode: {
    route: '/api/stay/[code]',
    method: 'GET',
    tier: 'public',
    isLocal: true,
    summary: 'Recognise a code',
    params: stayParamsSchema,
    paramsError: 'invalid_code',
    output: z.object({ kind: z.enum(['room', 'booking', 'access']), asks: z.enum(['nothing', 'last_name']) }),
  },
  scanRoom: {
    route: '/api/stay/room/[roomCode]',
    method: 'GET',
    summary: "Scan a room's code",
    tier: 'public',
    params: roomParamsSchema,
    paramsError: 'invalid_room_code',
    output: roomResponseSchema,
    errors: ['room_not_found', 'room_code_replaced', 'verification_required'],
  },
  verifyRoom: {
    route: '/api/stay/room/[roomCode]/verify',
    method: 'POST',
    tier: 'public',
    summary: 'Prove a stay in this room',
    params: roomParamsSchema,
    paramsError: 'invalid_room_code',
    body: roomAnswerSchema,
    bodyExample: { lastName: 'Johnson' },
    output: verifyResponseSchema,
    errors: ['room_not_found', 'verification_failed', 'verification_required'],
  },
} as const satisfies RouteDefinitions;
