import 'server-only';
import type { CodeRefusal } from '@gudbro/access-codes';
import { type PageLoad, type PageRequest, statusOfError } from '@gudbro/api-kit';
import type { BrowseSession, FullSession, IssuedToken } from '@gudbro/auth';
import type { ResolvedRoomWithContent } from '@gudbro/guest-api/room-access';
import { findCodePath } from '@/codes/find-code-path';
import { pathOfCode } from '@/codes/path-of-code';
import { type MalformedRoomCode, readRoomCode } from '@/codes/room-code';
import { readRoomLabel } from '@/codes/room-label';
import { isHttps } from '@/env';
import { readRequestLocale } from '@/i18n/request-locale';
import { type Caller, readCaller } from '@/server/caller';
import { guestAuth } from '@/server/guest-auth';
import { isSessionOfRoom } from '@/server/is-session-of-room';
import { formatDeskCookies } from '@/server/session/desk-cookie';
import { type EntryAttempt, formatEntryCookie, readEntryAttempt } from '@/server/session/entry-attempt';
import { isOfflineCopyRequest } from '@/server/session/is-offline-copy-request';
import { isSessionRejected } from '@/server/session/is-session-rejected';
import { hadFullSession } from '@/server/session/session-cookies';
import { stayCopyHeaders } from '@/server/session/stay-copy-headers';
import type { GuestView } from '@/server/stay/guest-view';
import { loadOwnStayView } from '@/server/stay/own-stay-view';
import { resolveRoomLabel, resolveRoomWithContent } from '@/server/stay/room-queries';
import { roomEntryPath } from './room-entry';
import { type RoomPageError, readRoomPageError } from './room-page-error';

type RoomLoad = PageLoad & { input: string } & (
    | { view: GuestView; error: null }
    | { view: null; error: RoomPageError; refusal: CodeRefusal | null; attempt: EntryAttempt | null }
  );

const route = '/stay/room/[roomCode]';

/**
 * Loads a room's page in one round trip to the database: the guest's own stay if their session proves one, otherwise
 * what anyone with the room's code may read.
 */
export async function loadRoomPage(request: PageRequest, params: { roomCode: string }): Promise<RoomLoad> {
  const parsed = readRoomCode(params.roomCode);
  if (!parsed.ok) {
    return loadByLabel(request, parsed);
  }
  const caller = await readCaller(request);
  const locale = readRequestLocale(request);
  try {
    const own = await loadOwnStay(caller, parsed.code, locale);
    if (own.session !== null) {
      const cookies = [...own.cookies, ...formatDeskCookies(request, own.view.property, isHttps())];
      return toOwnLoad({ ...own, cookies }, parsed);
    }
    const hasEnded = own.hasEnded || hadFullSession(request, parsed.code);
    const access = await resolveRoomWithContent(parsed.code, caller, locale);
    return await toBrowsingLoad(access, caller, { request, input: parsed.input, locale, hasEnded });
  } catch (thrown) {
    return toErrorLoadWithAttempt(readRoomPageError(thrown, route), parsed.input, request);
  }
}

/** Input that is no room code may be a room's label, or a code of another kind that looks like a label. */
async function loadByLabel(request: PageRequest, { input, refusal }: MalformedRoomCode): Promise<RoomLoad> {
  const malformed = toErrorLoad({ error: 'invalid_room_code' }, { input, refusal });
  const label = readRoomLabel(input);
  if (label === null) {
    return malformed;
  }
  try {
    const { clientKey } = await readCaller(request);
    const code = await resolveRoomLabel(label, clientKey());
    const location = code === null ? findCodePath(label) : pathOfCode({ kind: 'room', code });
    // A temporary redirect, because the owner may change the label, and the room may get another code.
    return location === null
      ? malformed
      : { ...malformed, response: { route, status: 307, headers: { location } } };
  } catch (thrown) {
    return toErrorLoad(readRoomPageError(thrown, route), { input });
  }
}

type OwnStayOfRoom = { session: FullSession; view: GuestView; cookies: string[] };

type OwnLoad = OwnStayOfRoom | { session: null; hasEnded: boolean };

type RoomCodeInput = { code: string; input: string };

/**
 * The stay that the caller's full session proves in this room. Its token may not name the room: it was signed before the
 * stay began, or before the room's code was replaced. `hasEnded`: a session of this room is no longer valid.
 */
async function loadOwnStay({ session }: Caller, code: string, locale: string): Promise<OwnLoad> {
  if (session?.accessTier !== 'full') {
    return { session: null, hasEnded: false };
  }
  try {
    return { session, ...(await loadOwnStayView(session, { kind: 'room', code }, locale)) };
  } catch (thrown) {
    if (isSessionRejected(thrown)) {
      return { session: null, hasEnded: isSessionOfRoom(session, code) };
    }
    throw thrown;
  }
}

function toOwnLoad({ session, view, cookies }: OwnStayOfRoom, { code, input }: RoomCodeInput): RoomLoad {
  const current = view.room.code;
  const isReplaced = current !== null && current !== code;
  const response = isReplaced
    ? { route, cookies, status: 307, headers: { location: pathOfCode({ kind: 'room', code: current }) } }
    : { route, cookies, headers: stayCopyHeaders(session) };
  return { view, error: null, input, response, cacheKey: null };
}

type BrowsingRequest = { request: PageRequest; input: string; locale: string; hasEnded: boolean };

async function toBrowsingLoad(
  access: ResolvedRoomWithContent,
  { session }: Caller,
  { request, input, locale, hasEnded }: BrowsingRequest,
): Promise<RoomLoad> {
  const isBrowsing = session?.accessTier === 'browse' && isSessionOfRoom(session, access.room.code);
  const issued = isBrowsing ? null : await signBrowseToken(access);
  const attempt = readEntryAttempt(request);
  const cookies = isOfflineCopyRequest(request)
    ? []
    : [
        ...(issued ? [guestAuth().formatCookie(issued)] : []),
        ...formatDeskCookies(request, access.property, isHttps()),
        ...clearAttempt(attempt),
      ];
  const reader = issued?.session ?? session;
  const response = { route, cookies, headers: reader ? stayCopyHeaders(reader) : {} };
  const view = { ...toView(access), hasEnded, attempt };
  // The document depends on nothing else, neither on the reader nor on the time, so this can be its cache key. An attempt
  // holds what one guest typed, so that page is not cached.
  const cacheKey = attempt === null ? JSON.stringify([locale, view]) : null;
  return { view, error: null, input, response, cacheKey };
}

function toView({ ok: _ok, accessSettings, ...content }: ResolvedRoomWithContent): GuestView {
  return {
    ...content,
    address: { kind: 'room', code: content.room.code },
    method: accessSettings.verificationMethod,
    stay: null,
    hasEnded: false,
    attempt: null,
  };
}

/** The last attempt is shown once. */
function clearAttempt(attempt: EntryAttempt | null): string[] {
  return attempt === null ? [] : [formatEntryCookie(roomEntryPath, null, isHttps())];
}

/** The error of a page that may show a verification form: with the last attempt, and the desk of the hidden property. */
function toErrorLoadWithAttempt(error: RoomPageError, input: string, request: PageRequest): RoomLoad {
  if (error.error !== 'verification_required') {
    return toErrorLoad(error, { input });
  }
  const attempt = readEntryAttempt(request);
  const deskCookies = error.property ? formatDeskCookies(request, error.property, isHttps()) : [];
  return toErrorLoad(error, { input, attempt, cookies: [...clearAttempt(attempt), ...deskCookies] });
}

type ErrorDetails = {
  input: string;
  refusal?: CodeRefusal;
  attempt?: EntryAttempt | null;
  cookies?: string[];
};

function toErrorLoad(
  error: RoomPageError,
  { input, refusal, attempt = null, cookies = [] }: ErrorDetails,
): RoomLoad {
  const response = { route, cookies, ...statusOfError(error) };
  return { view: null, error, refusal: refusal ?? null, attempt, input, response, cacheKey: null };
}

// Opening the room's page starts the browse session, which the routes of the browse tier need.
function signBrowseToken({ property, room }: ResolvedRoomWithContent): Promise<IssuedToken<BrowseSession>> {
  return guestAuth().signRoomBrowseToken({
    propertyId: property.id,
    roomId: room.id,
    roomCode: room.code,
  });
}
