import { verifyResponseSchema } from '@/guest-api/verified-stay';
import { accessCodeInputSchema } from '@/guest-api/verify-input';
import { defineRoute } from '@/server/api/define-route';
import { issueFullSession } from '@/server/session/issue-full-session';
import { readProver } from '@/server/session/read-prover';
import { openGuestSession } from '@/server/stay/proof-queries';

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
