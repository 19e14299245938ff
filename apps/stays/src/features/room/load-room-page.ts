import 'server-only';
import type { CodeRefusal } from '@gudbro/access-codes';
import { type PageLoad, type PageRequest, statusOfError } from '@gudbro/api-kit';
import type { BrowseSession, FullSession, IssuedToken } from '@gudbro/auth';
import { isHttps } from '@/env';
import { type Caller, readCaller } from '@/server/caller';
import { guestAuth } from '@/server/guest-auth';
import { isSessionOfRoom } from '@/server/is-session-of-room';
import { readRequestLocale } from '@/server/request-locale';
import { findCodePath } from '../code-entry/find-code-path';
import type { GuestView } from '../dashboard/guest-view';
import { loadOwnStayView } from '../dashboard/own-stay-view';
import { pathOf } from '../dashboard/path-of';
import { isOfflineCopyRequest } from '../offline/is-offline-copy-request';
import { stayCopyHeaders } from '../offline/stay-copy-headers';
import { isExpired } from '../session/is-expired';
import { hadStay } from '../session/session-cookies';
import { type EntryAttempt, formatEntryCookie, readEntryOf } from '../stay/entry-attempt';
import { findRoomOfLabel, readRoom } from './queries';
import type { ReadableRoom } from './room-access';
import { type FailedReading, readRoomCode } from './room-code';
import { roomEntryPath } from './room-entry';
import { readRoomLabel } from './room-label';
import { type RoomPageError, readRoomPageError } from './room-page-error';

type RoomLoad = PageLoad & { input: string } & (
    | { view: GuestView; error: null }
    | { view: null; error: RoomPageError; refusal: CodeRefusal | null; attempt: EntryAttempt | null }
  );

const route = '/stay/room/[roomCode]';

/** All a room's page needs, in one round trip to the database: one's own stay, or what anybody in the room may read. */
export async function loadRoomPage(request: PageRequest, params: { roomCode: string }): Promise<RoomLoad> {
  const reading = readRoomCode(params.roomCode);
  if (!reading.ok) {
    return loadByLabel(request, reading);
  }
  const caller = await readCaller(request);
  const locale = readRequestLocale(request);
  try {
    const own = await loadOwnStay(caller, reading.code, locale);
    if (own.session !== null) {
      const response = { route, headers: stayCopyHeaders(own.session) };
      return { view: own.view, error: null, input: reading.input, response, cacheKey: null };
    }
    const hasEnded = own.hasEnded || hadStay(request, reading.code);
    const access = await readRoom(reading.code, caller, locale);
    return await opened(access, caller, {
      ...reading,
      locale,
      hasEnded,
      isOfflineCopy: isOfflineCopyRequest(request),
    });
  } catch (thrown) {
    return closed(readRoomPageError(thrown, route), reading.input, request);
  }
}

/** What is no room's code may be a room's readable name, or another code that looks like one. */
async function loadByLabel(request: PageRequest, reading: FailedReading): Promise<RoomLoad> {
  const malformed = failed(
    { error: 'invalid_room_code' },
    { input: reading.input, refusal: reading.refusal },
  );
  const label = readRoomLabel(reading.input);
  if (label === null) {
    return malformed;
  }
  try {
    const { clientKey } = await readCaller(request);
    const code = await findRoomOfLabel(label, clientKey());
    const location = code === null ? findCodePath(label) : pathOf({ kind: 'room', code });
    // For now: the owner may take the name back, and the room may get another code.
    return location === null
      ? malformed
      : { ...malformed, response: { route, status: 307, headers: { location } } };
  } catch (thrown) {
    return failed(readRoomPageError(thrown, route), { input: reading.input });
  }
}

type OwnLoad = { session: FullSession; view: GuestView } | { session: null; hasEnded: boolean };

/** The stay of a guest who proved it in this room. One that has ended meanwhile goes back to browsing, and is told. */
async function loadOwnStay({ session }: Caller, code: string, locale: string): Promise<OwnLoad> {
  if (session?.accessTier !== 'full' || !isSessionOfRoom(session, code)) {
    return { session: null, hasEnded: false };
  }
  try {
    return { session, view: await loadOwnStayView(session, { kind: 'room', code }, locale) };
  } catch (thrown) {
    if (isExpired(thrown)) {
      return { session: null, hasEnded: true };
    }
    throw thrown;
  }
}

type Reading = { input: string; locale: string; hasEnded: boolean; isOfflineCopy: boolean };

async function opened(
  access: ReadableRoom,
  { session }: Caller,
  { input, locale, hasEnded, isOfflineCopy }: Reading,
): Promise<RoomLoad> {
  const isKept = session?.accessTier === 'browse' && isSessionOfRoom(session, access.room.code);
  const issued = isKept ? null : await signBrowseToken(access);
  const cookies = issued && !isOfflineCopy ? [guestAuth().formatCookie(issued)] : [];
  const reader = issued?.session ?? session;
  const response = { route, cookies, headers: reader ? stayCopyHeaders(reader) : {} };
  const view = { ...toView(access), hasEnded };
  // Nothing else goes into the document: not who reads it, nor when.
  return { view, error: null, input, response, cacheKey: JSON.stringify([locale, view]) };
}

function toView({ ok: _ok, accessSettings, ...read }: ReadableRoom): GuestView {
  return {
    ...read,
    address: { kind: 'room', code: read.room.code },
    method: accessSettings.verificationMethod,
    stay: null,
    hasEnded: false,
  };
}

/** A room that asks first says, once, how the last answer went. */
function closed(error: RoomPageError, input: string, request: PageRequest): RoomLoad {
  const attempt = error.error === 'verification_required' ? readEntryOf(request) : null;
  const spent = formatEntryCookie(roomEntryPath, null, isHttps());
  return failed(error, { input, attempt, cookies: attempt === null ? [] : [spent] });
}

type Failed = {
  input: string;
  refusal?: CodeRefusal;
  attempt?: EntryAttempt | null;
  cookies?: string[];
};

function failed(error: RoomPageError, { input, refusal, attempt = null, cookies = [] }: Failed): RoomLoad {
  const response = { route, cookies, ...statusOfError(error) };
  return { view: null, error, refusal: refusal ?? null, attempt, input, response, cacheKey: null };
}

// Scanning the code starts the session: what needs the browse tier works from here on.
function signBrowseToken({ property, room }: ReadableRoom): Promise<IssuedToken<BrowseSession>> {
  return guestAuth().signRoomBrowseToken({
    propertyId: property.id,
    roomId: room.id,
    roomCode: room.code,
  });
}
