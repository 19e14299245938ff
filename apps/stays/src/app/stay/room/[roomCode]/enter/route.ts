import { ApiError } from '@gudbro/api-kit';
import { roomParamsSchema } from '@gudbro/guest-api/room-params';
import { z } from 'zod';
import { pathOfCode } from '@/codes/path-of-code';
import { isHttps } from '@/env';
import { type RoomEntry, readRoomEntry, roomEntryFields, roomEntryPath } from '@/features/room/room-entry';
import { defineRoute } from '@/server/api/define-route';
import { isSessionOfRoom } from '@/server/is-session-of-room';
import { type EntryAttempt, formatEntryCookie } from '@/server/session/entry-attempt';
import { issueFullSession } from '@/server/session/issue-full-session';
import { readEntryError } from '@/server/session/read-entry-error';
import { readProver } from '@/server/session/read-prover';
import { verifyRoom } from '@/server/stay/proof-queries';

/** The target of the form of a room whose page only verified guests may read. Redirects back to the page. */
export const POST = defineRoute(
  {
    route: '/stay/room/[roomCode]/enter',
    method: 'POST',
    summary: 'Enter by the answer to the verification question, from a plain form',
    tier: 'public',
    form: true,
    params: roomParamsSchema,
    paramsError: 'invalid_room_code',
    body: z.object(roomEntryFields),
    output: z.null(),
  },
  async ({ request, params: { roomCode }, body, session, clientKey }) => {
    const attemptCookie = (attempt: EntryAttempt | null) =>
      formatEntryCookie(roomEntryPath, attempt, isHttps());
    const goBack = (cookies: string[]) => ({
      body: null,
      status: 303,
      headers: { Location: pathOfCode({ kind: 'room', code: roomCode }) },
      cookies,
    });
    const entry = readRoomEntry(body);
    if (entry === null) {
      return goBack([attemptCookie({ typed: '', error: { error: 'invalid_request' } })]);
    }
    try {
      const prover = readProver(request, clientKey());
      const hasScanned = isSessionOfRoom(session, roomCode);
      const stay = await verifyRoom(roomCode, entry.answer, { ...prover, hasScanned });
      const { cookies } = await issueFullSession(stay, request, prover.phone);
      return goBack([...cookies, attemptCookie(null)]);
    } catch (thrown) {
      return goBack(
        isShownByPage(thrown)
          ? []
          : [attemptCookie({ typed: readTyped(body), error: readEntryError(thrown) })],
      );
    }
  },
);

/** Whether the room does not exist any more or has another method now, which its page shows by itself. */
function isShownByPage(thrown: unknown): boolean {
  return thrown instanceof ApiError && ['room_not_found', 'verification_required'].includes(thrown.code);
}

// Without the PIN: it must not be stored anywhere, so not in a cookie either.
function readTyped({ lastName, roomNumber }: RoomEntry): string {
  return lastName || roomNumber;
}
