'use server';

import { z } from 'zod';
import { changedMeanwhile } from '@/server/changed-meanwhile';
import { definePlaceAction } from '@/server/define-place-action';
import { findToday } from '@/shell/days/days';
import {
  emailOrNull,
  idField,
  optionalText,
  requiredText,
  switchField,
  versionField,
  wholeNumber,
} from '@/shell/form/field-schemas';
import { bedField, dayField, phoneOrNull, severalBedsField } from './booking-fields';
import { cancelReasons } from './cancel-reasons';
import { toGuestValues } from './guest-values';
import { isToldByMail } from './is-told-by-mail';
import { readPeople } from './people';
import { type Booking, getBooking } from './queries';

const table = 'accom_bookings';

/** The function of each step, and the key of what is said after it. */
const steps = {
  confirm: { name: 'confirm_booking', done: 'bookingConfirmed' },
  arrive: { name: 'note_arrival', done: 'arrived' },
  check_in: { name: 'check_in', done: 'checkedIn' },
  check_out: { name: 'check_out', done: 'checkedOut' },
  cancel: { name: 'cancel_booking', done: 'bookingCancelled' },
  no_show: { name: 'mark_no_show', done: 'didNotCome' },
} as const;

export const takeStepAction = definePlaceAction(
  {
    action: 'bookings/step',
    role: 'staff',
    fields: {
      id: idField,
      step: z.enum(['confirm', 'arrive', 'check_in', 'check_out', 'cancel', 'no_show']),
      /** Check in to a room that is not clean. */
      despiteRoom: switchField,
      /** Why the stay does not take place. */
      reason: z.enum(cancelReasons).optional(),
      note: optionalText(500).default(''),
      /** What a booking that is cancelled was when it was asked about. */
      seen: z.enum(['pending', 'confirmed', 'checked_out']).optional(),
    },
  },
  async ({ client, place, input: { id, step, despiteRoom, reason, note, seen } }) => {
    const { name } = steps[step];
    const done =
      step === 'confirm' || step === 'cancel'
        ? nameAnswer(step, await getBooking(client, place.id, id))
        : steps[step].done;
    await client.query((db) =>
      db.rpc(name, {
        booking_id: id,
        ...(step === 'check_in' && { despite_room: despiteRoom }),
        ...(step === 'cancel' && seen !== undefined && { seen }),
        ...((step === 'cancel' || step === 'no_show') && { note, ...(reason !== undefined && { reason }) }),
      }),
    );
    return { done, changed: { table, id } };
  },
);

/** The key of what is said after an answer to a request: whether the guest is told by mail. */
function nameAnswer(step: 'confirm' | 'cancel', booking: Booking): string {
  if (booking.source !== 'direct') {
    return steps[step].done;
  }
  const told = isToldByMail(booking);
  if (step === 'confirm') {
    return told ? 'bookingConfirmedByMail' : 'bookingConfirmedByNobody';
  }
  return told ? 'bookingCancelledByMail' : 'bookingCancelledByNobody';
}

export const mailCodeAction = definePlaceAction(
  { action: 'bookings/mail-code', role: 'staff', fields: { id: idField } },
  async ({ client, input: { id } }) => {
    await client.query((db) => db.rpc('mail_booking_code', { booking_id: id }));
    return { done: 'codeMailed' };
  },
);

const guestFields = {
  name: requiredText(200),
  lastName: requiredText(100),
  email: emailOrNull,
  phone: phoneOrNull,
  guests: wholeNumber(1, 200),
  notes: optionalText(2000),
};

const madeSchema = z.object({ id: z.uuid() });

export const bookAction = definePlaceAction(
  {
    action: 'bookings/book',
    role: 'staff',
    fields: { ...guestFields, bed: bedField, checkIn: dayField, checkOut: dayField },
  },
  async ({ client, place, input }) => {
    const made = await client.query((db) =>
      db
        .rpc('create_booking', {
          room_id: input.bed.roomId,
          bed: input.bed.bed,
          check_in: input.checkIn,
          check_out: input.checkOut,
          guest_name: input.name,
          guest_last_name: input.lastName,
          guest_count: input.guests,
          notes: input.notes,
          ...(input.email === null ? {} : { guest_email: input.email }),
          ...(input.phone === null ? {} : { guest_phone: input.phone }),
        })
        .overrideTypes<Record<string, unknown>, { merge: false }>(),
    );
    return {
      goTo: `/p/${place.slug}/bookings/${madeSchema.parse(made).id}`,
      done: input.checkOut < findToday(new Date(), place.timezone) ? 'stayEntered' : 'booked',
    };
  },
);

const groupSchema = z.object({ bookings: z.array(madeSchema).min(1) });

export const bookGroupAction = definePlaceAction(
  {
    action: 'bookings/book-group',
    role: 'staff',
    fields: {
      ...guestFields,
      bed: severalBedsField,
      checkIn: dayField,
      checkOut: dayField,
      requestKey: z.uuid(),
    },
  },
  async ({ client, place, input }) => {
    const made = await client.query((db) =>
      db
        .rpc('create_group', {
          property_id: place.id,
          beds: input.bed.map((bed) => ({ ...bed, guestCount: input.guests })),
          check_in: input.checkIn,
          check_out: input.checkOut,
          guest_name: input.name,
          guest_last_name: input.lastName,
          request_key: input.requestKey,
          notes: input.notes,
          ...(input.email === null ? {} : { guest_email: input.email }),
          ...(input.phone === null ? {} : { guest_phone: input.phone }),
        })
        .overrideTypes<Record<string, unknown>, { merge: false }>(),
    );
    const [first] = groupSchema.parse(made).bookings;
    return { goTo: `/p/${place.slug}/bookings/${first?.id}`, done: 'groupBooked' };
  },
);

export const cancelGroupAction = definePlaceAction(
  {
    action: 'bookings/cancel-group',
    role: 'staff',
    fields: { id: idField, reason: z.enum(cancelReasons), note: optionalText(500).default('') },
  },
  async ({ client, input: { id, reason, note } }) => {
    const undoId = await client.query((db) => db.rpc('cancel_group', { booking_id: id, reason, note }));
    return { done: 'groupCancelled', changeId: undoId };
  },
);

export const bookWalkInAction = definePlaceAction(
  {
    action: 'bookings/walk-in',
    role: 'staff',
    fields: {
      bed: bedField,
      lastName: requiredText(100),
      nights: wholeNumber(1, 365),
      /** The room is not clean. */
      despiteRoom: switchField,
    },
  },
  async ({ client, place, input: { bed, lastName, nights, despiteRoom } }) => {
    const made = await client.query((db) =>
      db
        .rpc('book_walk_in', {
          room_id: bed.roomId,
          bed: bed.bed,
          last_name: lastName,
          nights,
          despite_room: despiteRoom,
        })
        .overrideTypes<Record<string, unknown>, { merge: false }>(),
    );
    const { id } = madeSchema.parse(made);
    return { goTo: `/p/${place.slug}/bookings/${id}`, done: 'walkedIn', changed: { table, id } };
  },
);

/** Shows both values where somebody wrote in between. SQL compares the version again, for a write at this very moment. */
function requireVersion(booking: Booking, version: string, values: Record<string, string | number>): void {
  if (booking.version !== version) {
    throw changedMeanwhile({ ...values, version: booking.version });
  }
}

export const saveGuestAction = definePlaceAction(
  {
    action: 'bookings/guest',
    role: 'staff',
    fields: {
      ...guestFields,
      adults: optionalText(6000),
      children: optionalText(6000),
      id: idField,
      version: versionField,
    },
  },
  async ({ client, place, input }) => {
    const booking = await getBooking(client, place.id, input.id);
    requireVersion(booking, input.version, toGuestValues(booking));
    await client.query((db) =>
      db.rpc('change_booking_guest', {
        booking_id: input.id,
        version: input.version,
        guest_name: input.name,
        guest_last_name: input.lastName,
        // The generated types do not know that these may be null.
        guest_email: input.email as string,
        guest_phone: input.phone as string,
        guest_count: input.guests,
        notes: input.notes,
        people: readPeople(booking.people, input),
      }),
    );
    return { goTo: `/p/${place.slug}/bookings/${input.id}`, done: 'saved' };
  },
);

export const moveAction = definePlaceAction(
  {
    action: 'bookings/move',
    role: 'staff',
    fields: {
      id: idField,
      version: versionField,
      bed: bedField,
      checkIn: dayField,
      checkOut: dayField,
      price: z.enum(['keep', 'new']).default('keep'),
    },
  },
  async ({ client, place, input }) => {
    const booking = await getBooking(client, place.id, input.id);
    const { checkIn, checkOut, roomId, bed } = booking;
    requireVersion(booking, input.version, { checkIn, checkOut, bed: `${roomId}/${bed}` });
    await client.query((db) =>
      db.rpc('move_booking', {
        booking_id: input.id,
        version: input.version,
        room_id: input.bed.roomId,
        bed: input.bed.bed,
        check_in: input.checkIn,
        check_out: input.checkOut,
        price: input.price,
      }),
    );
    return {
      goTo: `/p/${place.slug}/bookings/${input.id}`,
      done: 'bookingMoved',
      changed: { table, id: input.id },
    };
  },
);
