import { joinNames } from './people';
import type { Booking } from './queries';

/** What is known of the guest as the values of the form's fields. */
export function toGuestValues(booking: Booking) {
  const { guestName, lastName, email, phone, guestCount, notes, people } = booking;
  return {
    name: guestName,
    lastName,
    email: email ?? '',
    phone: phone ?? '',
    guests: guestCount,
    notes,
    adults: joinNames(people, { isChild: false }),
    children: joinNames(people, { isChild: true }),
  };
}
