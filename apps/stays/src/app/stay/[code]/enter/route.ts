import { readStayCode } from '@gudbro/guest-api/stay-code';
import { z } from 'zod';
import { pathOfCode } from '@/codes/path-of-code';
import { isHttps } from '@/env';
import { defineRoute } from '@/server/api/define-route';
import { type EntryAttempt, formatEntryCookie } from '@/server/session/entry-attempt';
import { issueFullSession } from '@/server/session/issue-full-session';
import { readEntryError } from '@/server/session/read-entry-error';
import { readProver } from '@/server/session/read-prover';
import { verifyBooking } from '@/server/stay/proof-queries';

const maxNameLength = 200;

/** The target of the form on a booking's page. Redirects back to the page, with a session or with the attempt's error. */
export const POST = defineRoute(
  {
    route: '/stay/[code]/enter',
    method: 'POST',
    summary: 'Enter by booking code and last name, from a plain form',
    tier: 'public',
    form: true,
    params: z.object({ code: z.string() }),
    body: z.object({ lastName: z.string().catch('') }),
    output: z.null(),
  },
  async ({ request, params, body, clientKey }) => {
    const found = readStayCode(params.code);
    const location = found ? pathOfCode(found) : `/stay/${encodeURIComponent(params.code)}`;
    const goBack = (cookies: string[]) => ({
      body: null,
      status: 303,
      headers: { Location: location },
      cookies,
    });
    if (found?.kind !== 'booking') {
      return goBack([]);
    }
    const lastName = body.lastName.trim().slice(0, maxNameLength);
    const attemptCookie = (attempt: EntryAttempt | null) =>
      formatEntryCookie(`/stay/${found.code}`, attempt, isHttps());
    if (lastName === '') {
      return goBack([attemptCookie({ typed: lastName, error: { error: 'invalid_request' } })]);
    }
    try {
      const prover = readProver(request, clientKey());
      const stay = await verifyBooking(found.code, lastName, prover);
      const { cookies } = await issueFullSession(stay, request, prover.phone);
      return goBack([...cookies, attemptCookie(null)]);
    } catch (thrown) {
      return goBack([attemptCookie({ typed: lastName, error: readEntryError(thrown) })]);
    }
  },
);
