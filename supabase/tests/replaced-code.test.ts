import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { expect, it } from 'vitest';
import {
  callAsStaysServer,
  checkStay,
  getOwnStay,
  getStayContent,
  makeClient,
  resolveRoom,
  verifyBooking,
  verifyRoom,
} from './support/guest-calls.ts';
import { makeBooking, makeProperty, makeRoom, subjectOfRoom } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { queryAs, signUpMember } from './support/people.ts';

const oldCode = 'RM-PAST2222';

/** A room whose code is replaced after everything that it gave was read. */
async function replaceCode(database: TestDatabase, stay: Parameters<typeof makeBooking>[2]) {
  const property = await makeProperty(database);
  await database.sql(
    'delete from public.accom_bookings where room_id in (select id from public.accom_rooms where old_link_code = $1)',
    [oldCode],
  );
  await database.sql('delete from public.accom_rooms where old_link_code = $1', [oldCode]);
  const room = await makeRoom(database, property, { room_code: oldCode, old_link_code: oldCode });
  const booking = await makeBooking(database, room, stay);
  const owner = await signUpMember(database, property.id, 'manager');
  const [row] = await queryAs<{ code: string }>(
    database,
    owner,
    'select public.replace_room_code($1, $2) as code',
    [room.id, oldCode],
  );
  return { room, booking, newCode: String(row?.code) };
}

onNativePostgres('a room code that was replaced', {}, (database) => {
  it.each([
    ['a guest who has left', { status: 'checked_out' }],
    ['a guest whose stay was cancelled', { status: 'cancelled' }],
    ['a guest who never came', { status: 'no_show' }],
    ['a guest of last week', { from: -9, to: -7 }],
    ['a guest who comes tomorrow', { from: 1, to: 3 }],
    ['somebody who made a request', { status: 'pending' }],
  ])('nothing that %s can call leads to the new code', async (_, stay) => {
    const { room, booking, newCode } = await replaceCode(database(), stay);
    const subject = { propertyId: room.property_id, bookingId: booking.id };
    const subjects = [
      subject,
      { ...subject, code: oldCode },
      { ...subject, code: booking.booking_code },
      subjectOfRoom(room),
    ];
    const outcomes = [
      await resolveRoom(database(), oldCode, undefined, true),
      await verifyRoom(database(), oldCode, { lastName: 'Johnson' }),
      await verifyBooking(database(), booking.booking_code, 'johnson'),
      await callAsStaysServer(database(), 'public.resolve_checkin_link($1, $2, $3)', [
        room.property_id,
        room.id,
        makeClient(),
      ]),
    ];
    for (const one of subjects) {
      outcomes.push(await getOwnStay(database(), one), await checkStay(database(), one));
      for (const part of ['property', 'services', 'deals', 'numbers'] as const) {
        outcomes.push(await getStayContent(database(), one, part));
      }
      outcomes.push(
        await callAsStaysServer(database(), 'public.list_own_orders($1::jsonb)', [one]),
        await callAsStaysServer(database(), 'public.list_own_incidents($1::jsonb)', [one]),
      );
    }
    expect(newCode).toMatch(/^RM-/);
    expect(JSON.stringify(outcomes)).not.toContain(newCode);
    expect(await getStayContent(database(), subjectOfRoom(room), 'property')).toEqual({
      ok: false,
      error: 'session_expired',
    });
    // Nor does the new code open for them, or answer that it is the right one.
    expect(await getOwnStay(database(), { ...subject, code: newCode })).toMatchObject({ ok: false });
  });

  it('a guest who stays in the room reads the new code', async () => {
    const { room, booking, newCode } = await replaceCode(database(), { status: 'checked_in' });
    const own = await getOwnStay(database(), { propertyId: room.property_id, bookingId: booking.id });
    expect(own).toMatchObject({ room: { code: newCode }, subject: { roomCode: newCode } });
  });
});
