import type { GuestContent } from '../content/guest-content';
import type { Property, Wifi } from '../room/room-access';
import type { StayCode } from '../stay/stay-code';
import type { Booking, VerifiedStay } from '../verification/verified-stay';

/** Whose page this is, once they have proved it. */
export type OwnStay = {
  state: 'pending' | 'live' | 'ended';
  booking: Booking | null;
  /** A guest session's code and its end, where there is no booking. */
  session: { code: string; expiresAt: string } | null;
};

/** All that a guest's page shows, by whatever code it was opened. `stay` is null while the guest is browsing. */
export type GuestView = GuestContent & {
  address: StayCode;
  room: Omit<VerifiedStay['room'], 'id'>;
  property: Property;
  wifi: Wifi;
  hasActiveBooking: boolean;
  method: 'last_name' | 'pin' | 'room_number' | 'none';
  stay: OwnStay | null;
  /** This browser's session proved a stay that is over or was called off: the guest is browsing again, and is told. */
  hasEnded: boolean;
};
