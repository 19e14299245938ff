import { issueFullSession } from '@/features/verification/issue-full-session';
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
    const callerArgs = { client: clientKey(), locale: readRequestLocale(request) };
    return issueFullSession(await verifyBooking(body.bookingCode, body.lastName, callerArgs));
  },
);
