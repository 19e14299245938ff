import 'server-only';
import type { PageLoad, PageRequest } from '@gudbro/api-kit';
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
import { isReadToKeep } from '../offline/is-read-to-keep';
import { stayCopyHeaders } from '../offline/stay-copy-headers';
import { hadStay } from '../session/session-cookies';
import { type EntryAttempt, formatEntryCookie, readEntryOf } from '../stay/entry-attempt';
import { isExpired, toRoomProblem } from './load-failure';
import { findRoomOfLabel, readRoom } from './queries';
import type { ReadableRoom, RoomRefusal } from './room-access';
import { type FailedReading, readRoomCode } from './room-code';
import { roomEntryPath } from './room-entry';
import { readRoomLabel } from './room-label';
import { type RoomProblem, statusOfProblem } from './room-problem';

type RoomLoad = PageLoad & { input: string } & (
    | { view: GuestView; problem: null }
    | { view: null; problem: RoomProblem; attempt: EntryAttempt | null }
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
      const answer = { route, headers: stayCopyHeaders(own.session) };
      return { view: own.view, problem: null, input: reading.input, answer, keepAs: null };
    }
    const hasEnded = own.hasEnded || hadStay(request, reading.code);
    const access = await readRoom(reading.code, caller, locale);
    return access.ok
      ? await opened(access, caller, { ...reading, locale, hasEnded, isReadToKeep: isReadToKeep(request) })
      : closed(access, reading.input, request);
  } catch (thrown) {
    return refused(toRoomProblem(thrown, route), reading.input);
  }
}

/** What is no room's code may be a room's readable name, or another code that looks like one. */
async function loadByLabel(request: PageRequest, reading: FailedReading): Promise<RoomLoad> {
  const closed = refused({ ok: false, error: 'malformed_code', reason: reading.refusal }, reading.input);
  const label = readRoomLabel(reading.input);
  if (label === null) {
    return closed;
  }
  try {
    const { clientKey } = await readCaller(request);
    const code = await findRoomOfLabel(label, clientKey());
    const location = code === null ? findCodePath(label) : pathOf({ kind: 'room', code });
    // For now: the owner may take the name back, and the room may get another code.
    return location === null ? closed : { ...closed, answer: { route, status: 307, headers: { location } } };
  } catch (thrown) {
    return refused(toRoomProblem(thrown, route), reading.input);
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

type Reading = { input: string; locale: string; hasEnded: boolean; isReadToKeep: boolean };

async function opened(
  access: ReadableRoom,
  { session }: Caller,
  { input, locale, hasEnded, isReadToKeep }: Reading,
): Promise<RoomLoad> {
  const isKept = session?.accessTier === 'browse' && isSessionOfRoom(session, access.room.code);
  const issued = isKept ? null : await signBrowseToken(access);
  const cookies = issued && !isReadToKeep ? [guestAuth().formatCookie(issued)] : [];
  const reader = issued?.session ?? session;
  const answer = { route, cookies, headers: reader ? stayCopyHeaders(reader) : {} };
  const view = { ...toView(access), hasEnded };
  // Nothing else goes into the document: not who reads it, nor when.
  return { view, problem: null, input, answer, keepAs: JSON.stringify([locale, view]) };
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
function closed(problem: RoomRefusal, input: string, request: PageRequest): RoomLoad {
  const attempt = problem.error === 'verification_required' ? readEntryOf(request) : null;
  const spent = formatEntryCookie(roomEntryPath, null, isHttps());
  return refused(problem, input, attempt, attempt === null ? [] : [spent]);
}

function refused(
  problem: RoomProblem,
  input: string,
  attempt: EntryAttempt | null = null,
  cookies: string[] = [],
): RoomLoad {
  const answer = { route, cookies, ...statusOfProblem(problem) };
  return { view: null, problem, attempt, input, answer, keepAs: null };
}

// Scanning the code starts the session: what needs the browse tier works from here on.
function signBrowseToken({ property, room }: ReadableRoom): Promise<IssuedToken<BrowseSession>> {
  return guestAuth().signRoomBrowseToken({
    propertyId: property.id,
    roomId: room.id,
    roomCode: room.code,
  });
}
