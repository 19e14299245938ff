import { sessionRoutes } from '@gudbro/guest-api/routes/session';
import { defineRoute } from '@/server/api/define-route';
import { issueFullSession } from '@/server/session/issue-full-session';
import { readProver } from '@/server/session/read-prover';
import { openGuestSession } from '@/server/stay/proof-queries';

/** Signs in with an access code, which the desk hands out. */
export const POST = defineRoute(sessionRoutes.openGuestSession, async ({ request, body, clientKey }) => {
  const prover = readProver(request, clientKey());
  return issueFullSession(await openGuestSession(body.accessCode, prover), request, prover.phone);
});
