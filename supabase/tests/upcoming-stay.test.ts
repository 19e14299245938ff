import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { expect, it } from 'vitest';
import {
  checkStay,
  getOwnStay,
  getStayContent,
  resolveRoom,
  verifyBooking,
  verifyRoom,
} from './support/guest-calls.ts';
import { type Booking, makeBooking, makeProperty, makeRoom } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { queryAs, signUpMember } from './support/people.ts';

const house = {
  wifi_network: 'Reef 4',
  wifi_password: 'coral-lamp-7',
  address: '18 River Road',
  contact_phone: '+84 236 555 0118',
};

async function makeUpcoming(database: TestDatabase, columns: Parameters<typeof makeBooking>[2] = {}) {
  const property = await makeProperty(database, house);
  const room = await makeRoom(database, property);
  return { property, room, booking: await makeBooking(database, room, { from: 1, to: 3, ...columns }) };
}

const subjectOf = ({ id, property_id }: Booking) => ({ bookingId: id, propertyId: property_id });

onNativePostgres('a confirmed stay before its first day', {}, (database) => {
  it('a confirmed stay reads its dates, the address and the contacts before its first day', async () => {
    const { booking } = await makeUpcoming(database());
    const own = await getOwnStay(database(), subjectOf(booking));
    for (const outcome of [own, await verifyBooking(database(), booking.booking_code, 'johnson')]) {
      expect(outcome).toMatchObject({
        ok: true,
        booking: { code: booking.booking_code, nights: 2, status: 'confirmed' },
        property: { address: house.address, contactPhone: house.contact_phone },
      });
    }
    expect(own).toMatchObject({ state: 'upcoming', wifi: { primary: null, zones: [], hidden: true } });
    expect(await checkStay(database(), subjectOf(booking))).toMatchObject({ ok: true, state: 'upcoming' });
  });

  it('nothing that a stay reads before its first day has the room’s code or id, or the WiFi', async () => {
    const { booking, room } = await makeUpcoming(database());
    const parts = ['property', 'services', 'deals', 'numbers'] as const;
    const outcomes = [
      await verifyBooking(database(), booking.booking_code, 'johnson'),
      await getOwnStay(database(), subjectOf(booking)),
      await checkStay(database(), subjectOf(booking)),
      ...(await Promise.all(parts.map((part) => getStayContent(database(), subjectOf(booking), part)))),
    ];
    for (const secret of [room.id, room.room_code, 'Reef 4', 'coral-lamp-7']) {
      expect(JSON.stringify(outcomes)).not.toContain(secret);
    }
  });

  it('the room’s own code neither verifies a stay before its first day nor tells that it will come', async () => {
    const { room } = await makeUpcoming(database());
    expect(await verifyRoom(database(), room.room_code, { lastName: 'Johnson' })).toEqual({
      ok: false,
      error: 'verification_failed',
      triesLeft: 9,
    });
    expect(await resolveRoom(database(), room.room_code)).toMatchObject({ hasActiveBooking: false });
  });

  it('early check-in by the desk opens the stay, by its link and by the room’s own code', async () => {
    const { booking, room, property } = await makeUpcoming(database());
    const desk = await signUpMember(database(), property.id, 'staff');
    await queryAs(database(), desk, 'select public.check_in($1)', [booking.id]);
    expect(await getOwnStay(database(), subjectOf(booking))).toMatchObject({
      state: 'live',
      room: { id: room.id, code: room.room_code },
      wifi: { primary: { network: 'Reef 4' }, hidden: false },
    });
    for (const verified of [
      await verifyBooking(database(), booking.booking_code, 'johnson'),
      await verifyRoom(database(), room.room_code, { lastName: 'Johnson' }),
    ]) {
      expect(verified).toMatchObject({
        ok: true,
        subject: { bookingId: booking.id, roomCode: room.room_code },
      });
    }
    expect(await resolveRoom(database(), room.room_code)).toMatchObject({ hasActiveBooking: true });
  });

  it('the guest in the room stays current when the desk checks the next guest in by mistake', async () => {
    const property = await makeProperty(database(), { ...house, type: 'villa' });
    const room = await makeRoom(database(), property);
    const here = await makeBooking(database(), room, { from: -1, to: 2, status: 'checked_in' });
    await makeBooking(database(), room, { from: 3, to: 5, status: 'checked_in' });
    expect(await verifyRoom(database(), room.room_code, {})).toMatchObject({
      subject: { bookingId: here.id },
    });
  });
});
