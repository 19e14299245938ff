import { issueFullSession } from '@/features/verification/issue-full-session';
import { openGuestSession } from '@/features/verification/queries';
import { readProver } from '@/features/verification/read-prover';
import { verifyResponseSchema } from '@/features/verification/verified-stay';
import { accessCodeInputSchema } from '@/features/verification/verify-input';
import { defineRoute } from '@/server/define-route';

/** Signs in with an access code, which the desk hands out. */
export const POST = defineRoute(
  {
    route: '/api/guest-sessions/open',
    method: 'POST',
    tier: 'public',
    summary: 'Open a guest session by its access code',
    body: accessCodeInputSchema,
    output: verifyResponseSchema,
    errors: ['verification_failed'],
  },
  async ({ request, body, clientKey }) => {
    const prover = readProver(request, clientKey());
    return issueFullSession(await openGuestSession(body.accessCode, prover), request, prover.phone);
  },
);
