import { openFullSession } from '@/features/verification/open-full-session';
import { verifyBooking } from '@/features/verification/queries';
import { verifyResponseSchema } from '@/features/verification/verified-stay';
import { bookingAnswerSchema } from '@/features/verification/verify-input';
import { defineRoute } from '@/server/define-route';
import { readRequestLocale } from '@/server/request-locale';

/** The booking link: its code and the last name. An unknown code, a wrong name and an ended stay answer alike. */
export const POST = defineRoute(
  {
    route: '/api/stay/verify',
    method: 'POST',
    tier: 'public',
    summary: 'Prove a stay by booking code and last name',
    body: bookingAnswerSchema,
    output: verifyResponseSchema,
    errors: ['verification_failed'],
  },
  async ({ request, body, clientKey }) => {
    const verifier = { client: clientKey(), locale: readRequestLocale(request) };
    return openFullSession(await verifyBooking(body.bookingCode, body.lastName, verifier));
  },
);
