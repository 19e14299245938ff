import type { OrdersPaid, PropertyType, VerificationMethod } from '@gudbro/domain';
import type { StaysLocale } from '@/i18n/locales';
import type { DeskContacts } from '@/server/desk-contacts';

/** What the client needs to know about the page. Small, since it is serialized into the document. */
export type StayPage = {
  /** The code in the page's URL, which API paths contain too: a room code, a booking code or an access code. */
  code: string;
  kind: 'room' | 'booking' | 'access';
  roomCode: string | null;
  tier: 'browse' | 'full';
  /** The booking whose page this is; null without one. */
  bookingCode: string | null;
  /** Another one whenever what the page shows of the stay may have changed; null without a stay. */
  version: string | null;
  /** This browser had the full tier here, and it has ended. */
  hasEnded: boolean;
  /** How a guest of this room verifies. */
  method: VerificationMethod;
  /** Nobody stays in the room, so no answer for the room can be right. A booking code can. */
  isEmpty: boolean;
  locale: StaysLocale;
  currency: string;
  timezone: string;
  /** The property's own language: texts without a translation are in it. */
  propertyLocale: string;
  propertyType: PropertyType;
  /** For the address of its privacy notice. */
  propertySlug: string;
  desk: DeskContacts;
  roomNumber: string;
  /** The verified guest's bed in a dorm. */
  bed: string | null;
  /** When the verified guest leaves, as an instant. */
  leavesAt: string | null;
  ordersArriveMinutes: number | null;
  ordersPaid: OrdersPaid | null;
};
