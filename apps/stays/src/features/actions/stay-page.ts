import type { VerificationMethod } from '@gudbro/domain';
import type { StaysLocale } from '@/i18n/locales';

/** What the page's script has to know of the page. Small: it is part of the document. */
export type StayPage = {
  /** The code in the address: a room's, a booking's or an access code. Requests are made under it. */
  code: string;
  kind: 'room' | 'booking' | 'access';
  roomCode: string | null;
  tier: 'browse' | 'full';
  /** Whose page it is, where that is a booking's. */
  bookingCode: string | null;
  /** This browser had the full tier here, and has it no more. */
  hasEnded: boolean;
  /** What this room asks for, once something has to be proved. */
  method: VerificationMethod;
  /** Nobody stays in the room: no answer of its own can be right, but a booking's code can. */
  isEmpty: boolean;
  locale: StaysLocale;
  currency: string;
  timezone: string;
  /** The property's own language: what nobody translated is in it. */
  propertyLocale: string;
};
