import 'server-only';
import { z } from 'zod';
import { callGuestFunction } from '@/server/call-guest-function';
import type { Nights } from './nights';
import { availabilitySchema, type BookingRequest, bookingResponseSchema, placeSchema } from './place';

const ok = { ok: z.literal(true) };

export function getPlace(slug: string, client: string, locale: string) {
  return callGuestFunction('get_property_page', { slug, client, locale }, placeSchema.extend(ok));
}

type Wanted = Nights & { guests: number };

type Reader = { client: string; locale: string };

export function getAvailability(slug: string, { checkIn, checkOut, guests }: Wanted, reader: Reader) {
  const args = { slug, check_in: checkIn, check_out: checkOut, guests, ...reader };
  return callGuestFunction('get_availability', args, availabilitySchema.extend(ok));
}

type Requester = { client: string; key: string | null };

export function requestBooking(slug: string, request: BookingRequest, { client, key }: Requester) {
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
    ...(key === null ? {} : { request_key: key }),
  };
  return callGuestFunction(
    'request_booking',
    args,
    bookingResponseSchema.extend({ ...ok, replayed: z.boolean() }),
  );
}
