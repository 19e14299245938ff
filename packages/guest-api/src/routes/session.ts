import type { RouteDefinitions } from '@gudbro/api-kit/routes';
import { z } from 'zod';
import { phonesResponseSchema } from '../phone.ts';
import { sessionResponseSchema } from '../session-response.ts';
import { ownedParamsSchema, stayParamsSchema } from '../stay-code.ts';
import { verifyResponseSchema } from '../verified-stay.ts';
import { accessCodeInputSchema, bookingAnswerSchema } from '../verify-input.ts';

const signedOutSchema = z.object({ signedOut: z.literal(true) });

/** How a stay is proved, who is signed in to it, and how that ends. */
export const sessionRoutes = {
  openGuestSession: {
    route: '/api/guest-sessions/open',
    method: 'POST',
    tier: 'public',
    summary: 'Open a guest session by its access code',
    body: accessCodeInputSchema,
    bodyExample: { accessCode: 'WAKE-UP23' },
    output: verifyResponseSchema,
    errors: ['verification_failed'],
  },
  listPhones: {
    route: '/api/stay/[code]/phones',
    method: 'GET',
    tier: 'full',
    summary: 'List the phones on the stay',
    params: stayParamsSchema,
    paramsError: 'invalid_code',
    output: phonesResponseSchema,
    errors: ['wrong_stay'],
  },
  signOutPhone: {
    route: '/api/stay/[code]/phones/[id]',
    method: 'DELETE',
    tier: 'full',
    summary: 'Sign out a phone on the stay',
    params: ownedParamsSchema,
    paramsError: 'not_found',
    output: signedOutSchema,
    errors: ['wrong_stay', 'not_found'],
  },
  readSession: {
    route: '/api/stay/session',
    method: 'GET',
    summary: 'Who am I',
    tier: 'browse',
    output: sessionResponseSchema,
  },
  signOut: {
    route: '/api/stay/session',
    method: 'DELETE',
    summary: 'Sign out',
    tier: 'public',
    isLocal: true,
    output: signedOutSchema,
  },
  verifyBooking: {
    route: '/api/stay/verify',
    method: 'POST',
    tier: 'public',
    summary: 'Prove a stay by booking code and last name',
    body: bookingAnswerSchema,
    bodyExample: { bookingCode: 'BK-GUEST2', lastName: 'Johnson' },
    output: verifyResponseSchema,
    errors: ['verification_failed'],
  },
} as const satisfies RouteDefinitions;
