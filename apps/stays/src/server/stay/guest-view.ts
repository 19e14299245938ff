import type { GuestContent } from '@gudbro/guest-api/guest-content';
import type { Property, Wifi } from '@gudbro/guest-api/room-access';
import type { StayCode } from '@gudbro/guest-api/stay-code';
import type { RoomWait, StayState } from '@gudbro/guest-api/stay-state';
import type { Booking, VerifiedStay } from '@gudbro/guest-api/verified-stay';
import type { EntryAttempt } from '../session/entry-attempt';

/** The stay of a verified guest. */
export type OwnStay = {
  state: StayState;
  /** The guest is here and waits for the room, or can have it now. */
  roomWait: RoomWait;
  /** Another one whenever what the page shows of the stay may have changed. */
  version: string;
  /** When the guest leaves, as an instant. */
  leavesAt: string;
  booking: Booking | null;
  /** The guest session's access code and its end, if the stay has no booking. */
  session: { code: string; expiresAt: string } | null;
  /** The place asks for documents of the guests of this booking, or has some of them. */
  hasDocuments: boolean;
};

/** What a guest's page shows, whichever kind of code it was opened with. `stay` is null while the guest is browsing. */
export type GuestView = GuestContent & {
  address: StayCode;
  room: Omit<VerifiedStay['room'], 'id'>;
  property: Property;
  wifi: Wifi;
  /** Null: the property does not tell whether a stay is on in the room. */
  hasActiveBooking: boolean | null;
  method: 'last_name' | 'pin' | 'room_number' | 'none';
  stay: OwnStay | null;
  /** This browser's full session has ended or was cancelled: the guest is browsing again, and the page says why. */
  hasEnded: boolean;
  /** The last answer given by the form without script, while the guest is browsing. */
  attempt: EntryAttempt | null;
};
