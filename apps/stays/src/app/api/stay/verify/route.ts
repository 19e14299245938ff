import { issueFullSession } from '@/features/verification/issue-full-session';
import { verifyBooking } from '@/features/verification/queries';
import { readProver } from '@/features/verification/read-prover';
import { verifyResponseSchema } from '@/features/verification/verified-stay';
import { bookingAnswerSchema } from '@/features/verification/verify-input';
import { defineRoute } from '@/server/define-route';

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
