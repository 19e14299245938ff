import { sessionRoutes } from '@gudbro/guest-api/routes/session';
import { defineRoute } from '@/server/api/define-route';
import { issueFullSession } from '@/server/session/issue-full-session';
import { readProver } from '@/server/session/read-prover';
import { verifyBooking } from '@/server/stay/proof-queries';

/** Verifies by booking code and last name. Must not reveal whether the code is unknown, the name wrong or the stay over. */
export const POST = defineRoute(sessionRoutes.verifyBooking, async ({ request, body, clientKey }) => {
  const prover = readProver(request, clientKey());
  return issueFullSession(
    await verifyBooking(body.bookingCode, body.lastName, prover),
    request,
    prover.phone,
  );
});
