import { verifyResponseSchema } from '@/guest-api/verified-stay';
import { bookingAnswerSchema } from '@/guest-api/verify-input';
import { defineRoute } from '@/server/api/define-route';
import { issueFullSession } from '@/server/session/issue-full-session';
import { readProver } from '@/server/session/read-prover';
import { verifyBooking } from '@/server/stay/proof-queries';

/** Verifies by booking code and last name. Must not reveal whether the code is unknown, the name wrong or the stay over. */
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
    const prover = readProver(request, clientKey());
    return issueFullSession(
      await verifyBooking(body.bookingCode, body.lastName, prover),
      request,
      prover.phone,
    );
  },
);
