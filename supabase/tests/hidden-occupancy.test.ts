import { expect, it } from 'vitest';
import { resolveRoom, verifyRoom } from './support/guest-calls.ts';
import { makeBooking, makeProperty, makeRoom } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';

const wifi = { wifi_network: 'Palm', wifi_password: 'shade&water1' };

onNativePostgres('a property that hides its occupancy', {}, (database) => {
  it.each([
    ['shows its WiFi always', true, { hidden: false, primary: { network: 'Palm' } }],
    ['shows its WiFi during a stay only', false, { hidden: true, primary: null, zones: [] }],
  ])('a scan reveals nothing of the stays at a property that %s', async (_, visible, expected) => {
    const settings = { occupancy_hidden: true, wifi_visible_without_booking: visible };
    const room = await makeRoom(database(), await makeProperty(database(), wifi, settings));
    const scan = () => resolveRoom(database(), room.room_code, undefined, true);
    const empty = await scan();
    expect(empty).toMatchObject({ ok: true, hasActiveBooking: null, wifi: expected });
    const booking = await makeBooking(database(), room);
    for (const status of ['confirmed', 'checked_in', 'checked_out']) {
      await database().sql(
        'update public.accom_bookings set status = $2::public.booking_status where id = $1',
        [booking.id, status],
      );
      expect(await scan()).toEqual(empty);
    }
  });

  it('a wrong answer gets the same refusal whether or not somebody stays in the room', async () => {
    const property = await makeProperty(database(), {}, { occupancy_hidden: true });
    const [full, empty] = [await makeRoom(database(), property), await makeRoom(database(), property)];
    await makeBooking(database(), full);
    expect(await verifyRoom(database(), full.room_code, { lastName: 'Nobody' })).toEqual(
      await verifyRoom(database(), empty.room_code, { lastName: 'Nobody' }),
    );
  });

  it('a scan tells whether a stay is on where the setting is off, which is the default', async () => {
    const room = await makeRoom(database(), await makeProperty(database()));
    expect(await resolveRoom(database(), room.room_code)).toMatchObject({ hasActiveBooking: false });
    await makeBooking(database(), room);
    expect(await resolveRoom(database(), room.room_code)).toMatchObject({ hasActiveBooking: true });
  });
});
