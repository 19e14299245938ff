import 'server-only';
import type { FullSession } from '@gudbro/auth';
import { guestContentSchema } from '@gudbro/guest-api/guest-content';
import { accessSettingsSchema, wifiSchema } from '@gudbro/guest-api/room-access';
import type { StayCode } from '@gudbro/guest-api/stay-code';
import { roomWaitSchema, stayStateSchema } from '@gudbro/guest-api/stay-state';
import { verifiedStaySchema } from '@gudbro/guest-api/verified-stay';
import { z } from 'zod';
import { callGuestFunction } from '../call-guest-function';
import { formatSessionCookies } from '../session/session-cookies';
import { signFullSession } from '../session/sign-full-session';
import type { GuestView } from './guest-view';
import { subjectOf } from './stay-subject';

const ownStaySchema = verifiedStaySchema.extend({
  ...guestContentSchema.shape,
  wifi: wifiSchema,
  /** When the guest leaves: nothing can be ordered for later than this. */
  leavesAt: z.iso.datetime(),
  state: stayStateSchema,
  roomWait: roomWaitSchema,
  version: z.string(),
  accessSettings: accessSettingsSchema,
  /** Until the database tells, every booking shows the way to its documents, which says what the place asks for. */
  hasDocuments: z.boolean(),
});

export type OwnStayOutcome = z.infer<typeof ownStaySchema>;

/** Gets the stay of a full token with its content, in one round trip. The database checks that the stay is still valid. */
export function getOwnStayWithContent(
  session: FullSession,
  address: StayCode,
  locale: string,
): Promise<OwnStayOutcome> {
  const args = { subject: subjectOf(session, address), locale };
  return callGuestFunction('get_own_stay', args, ownStaySchema);
}

type OwnStayLoad = {
  view: GuestView;
  /** The cookies of a renewed session; empty if the session is as it should be. */
  cookies: string[];
};

export async function loadOwnStayView(
  session: FullSession,
  address: StayCode,
  locale: string,
): Promise<OwnStayLoad> {
  const own = await getOwnStayWithContent(session, address, locale);
  return { view: toOwnView(own, address), cookies: await renewSession(session, own) };
}

/**
 * Signs the token again if it names no room, or one by a code that was replaced: the stay has begun since, or the room got a
 * new code. Without it the room's page and its QR would not know the guest.
 */
async function renewSession(session: FullSession, own: OwnStayOutcome): Promise<string[]> {
  const { roomCode } = own.subject;
  return roomCode === undefined || roomCode === session.roomCode
    ? []
    : formatSessionCookies(own, await signFullSession(own), null);
}

function toOwnView(own: OwnStayOutcome, address: StayCode): GuestView {
  const { services, deals, numbers, room, property, wifi } = own;
  return {
    address,
    room,
    property,
    wifi,
    services,
    deals,
    numbers,
    hasActiveBooking: true,
    method: own.accessSettings.verificationMethod,
    stay: {
      state: own.state,
      roomWait: own.roomWait,
      version: own.version,
      leavesAt: own.leavesAt,
      booking: own.booking,
      session: own.session,
      hasDocuments: own.hasDocuments,
    },
    hasEnded: false,
    attempt: null,
  };
}
