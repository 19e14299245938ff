import 'server-only';
import {
  availabilitySchema,
  type BookingRequest,
  bookingResponseSchema,
  propertyPageSchema,
} from '@gudbro/guest-api/property-page-schemas';
import { z } from 'zod';
import { callGuestFunction } from '@/server/call-guest-function';
import type { Nights } from './nights';

const ok = { ok: z.literal(true) };

export function getPropertyPage(slug: string, client: string, locale: string) {
  return callGuestFunction('get_property_page', { slug, client, locale }, propertyPageSchema.extend(ok));
}

type NightsAndGuests = Nights & { guests: number };

type CallerArgs = { client: string; locale: string };

export function getAvailability(
  slug: string,
  { checkIn, checkOut, guests }: NightsAndGuests,
  caller: CallerArgs,
) {
  const args = { slug, check_in: checkIn, check_out: checkOut, guests, ...caller };
  return callGuestFunction('get_availability', args, availabilitySchema.extend(ok));
}

type RequesterArgs = {
  client: string;
  key: string | null;
  /** The language in which the guest is mailed the answer. */
  locale: string;
};

export function requestBooking(
  slug: string,
  request: BookingRequest,
  { client, key, locale }: RequesterArgs,
) {
  const args = {
    slug,
    offer_id: request.offerId,
    bed: request.bed ?? '',
    check_in: request.checkIn,
    check_out: request.checkOut,
    guest_name: request.guestName,
    guest_last_name: request.guestLastName,
    guest_email: request.guestEmail,
    guest_phone: request.guestPhone ?? '',
    guest_count: request.guestCount,
    client,
    locale,
    ...(request.expectedTotalMinor === undefined
      ? {}
      : { shown_price: { totalMinor: request.expectedTotalMinor } }),
    ...(key === null ? {} : { request_key: key }),
  };
  return callGuestFunction(
    'request_booking',
    args,
    bookingResponseSchema.extend({ ...ok, replayed: z.boolean() }),
  );
}
