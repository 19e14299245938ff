import 'server-only';
import type { FullSession } from '@gudbro/auth';
import { z } from 'zod';
import { callGuestFunction } from '@/server/call-guest-function';
import { guestContentSchema } from '../content/guest-content';
import { accessSettingsSchema, wifiSchema } from '../room/room-access';
import type { StayCode } from '../stay/stay-code';
import { subjectOf } from '../stay/stay-subject';
import { verifiedStaySchema } from '../verification/verified-stay';
import type { GuestView } from './guest-view';

const ownStaySchema = verifiedStaySchema.extend({
  ...guestContentSchema.shape,
  wifi: wifiSchema,
  state: z.enum(['pending', 'live', 'ended']),
  accessSettings: accessSettingsSchema,
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

export async function loadOwnStayView(
  session: FullSession,
  address: StayCode,
  locale: string,
): Promise<GuestView> {
  const own = await getOwnStayWithContent(session, address, locale);
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
    stay: { state: own.state, booking: own.booking, session: own.session },
    hasEnded: false,
    attempt: null,
  };
}
