import { findZoneInDaylight } from '@gudbro/supabase-local/zone-in-daylight';
import { beforeAll, describe, expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import {
  call,
  conflict,
  dayFromToday,
  forbidden,
  illegalStep,
  impossible,
  notFound,
} from './support/desk-calls.ts';
import { getOwnStay, getStayContent, verifyRoom } from './support/guest-calls.ts';
import {
  type Booking,
  makeBooking,
  makeProperty,
  makeRoom,
  type Property,
  type Room,
} from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { makeItem, placeOrder, subjectOfBooking } from './support/order-calls.ts';
import { type Person, runOnConnection, signUpMember } from './support/people.ts';

type Hours = { early?: string | null; late?: string | null };

onNativePostgres('early check-in and late check-out', {}, (database) => {
  let property: Property;
  let staff: Person;
  const run = (name: string, args: Record<string, unknown>, person = staff) =>
    call(database(), person, name, args);
  const readVersion = async (id: string) => {
    const [row] = await database().sql<{ version: string }>(
      'select updated_at::text as version from public.accom_bookings where id = $1',
      [id],
    );
    return row?.version;
  };
  const setHours = async (stay: Booking, { early = null, late = null }: Hours, person = staff) =>
    (await run(
      'set_stay_hours',
      { booking_id: stay.id, version: await readVersion(stay.id), early_from: early, late_until: late },
      person,
    )) as { undoId: string | null; warnings: Record<string, unknown>[] };
  const readHours = async (stay: Booking) => {
    const [row] = await database().sql<{ early: string | null; late: string | null }>(
      'select early_from::text as early, late_until::text as late from public.accom_bookings where id = $1',
      [stay.id],
    );
    return row;
  };
  /** One guest leaves on the day on which the other comes. */
  const makeTurnover = async (room?: Room) => {
    const bed = room ?? (await makeRoom(database(), property));
    const leaving = await makeBooking(database(), bed, {
      from: 2,
      to: 5,
      guest_name: 'Ana Lee',
      guest_last_name: 'Lee',
    });
    const arriving = await makeBooking(database(), bed, { from: 5, to: 8 });
    return { room: bed, leaving, arriving };
  };

  beforeAll(async () => {
    property = await makeProperty(database(), { checkin_time: '14:00', checkout_time: '11:00' });
    staff = await signUpMember(database(), property.id, 'staff');
  });

  it('a late check-out warns of the guest who arrives before it, and not of one who comes after it', async () => {
    const { room, leaving, arriving } = await makeTurnover();
    expect((await setHours(leaving, { late: '13:00' })).warnings).toEqual([]);
    expect((await setHours(leaving, { late: '16:00' })).warnings).toEqual([
      {
        kind: 'early_arrival',
        bookingId: leaving.id,
        neighbourId: arriving.id,
        guestName: 'Sarah Johnson',
        roomId: room.id,
        bed: '',
        day: await dayFromToday(database(), 5),
        until: '16:00',
        from: '14:00',
      },
    ]);
  });

  it('an early check-in warns of the guest who leaves after it', async () => {
    const { leaving, arriving } = await makeTurnover();
    expect((await setHours(arriving, { early: '12:00' })).warnings).toEqual([]);
    expect((await setHours(arriving, { early: '09:30' })).warnings).toMatchObject([
      {
        kind: 'late_departure',
        neighbourId: leaving.id,
        guestName: 'Ana Lee',
        until: '11:00',
        from: '09:30',
      },
    ]);
  });

  it('hours that two stays would hold are refused, from either side, and the neighbour is named', async () => {
    const { leaving, arriving } = await makeTurnover();
    await setHours(leaving, { late: '13:00' });
    expect(await catchDatabaseError(setHours(arriving, { early: '12:00' }))).toMatchObject({
      code: 'PT409',
      detail: {
        reason: 'hours_overlap',
        bookingId: arriving.id,
        obstacle: { id: leaving.id, guestName: 'Ana Lee' },
      },
    });
    await setHours(arriving, { early: '13:00' });
    expect(await catchDatabaseError(setHours(leaving, { late: '13:30' }))).toMatchObject({
      detail: { reason: 'hours_overlap', obstacle: { id: arriving.id } },
    });
  });

  it('a stay is not moved to where its hours are held, and one that comes there is warned', async () => {
    const { room, leaving } = await makeTurnover();
    const other = await makeTurnover();
    await setHours(leaving, { late: '16:00' });
    await run('cancel_booking', {
      booking_id: (
        await database().sql<{ id: string }>(
          'select id from public.accom_bookings where room_id = $1 and id <> $2',
          [room.id, leaving.id],
        )
      )[0]?.id,
    });
    const move = async () =>
      run('move_stays', {
        property_id: property.id,
        moves: JSON.stringify([
          {
            bookingId: other.arriving.id,
            version: await readVersion(other.arriving.id),
            roomId: room.id,
            checkIn: await dayFromToday(database(), 5),
            checkOut: await dayFromToday(database(), 8),
          },
        ]),
      });
    await setHours(other.arriving, { early: '12:00' });
    expect(await catchDatabaseError(move())).toMatchObject({
      detail: { reason: 'hours_overlap', obstacle: { id: leaving.id } },
    });
    await setHours(other.arriving, {});
    expect(await move()).toMatchObject({ warnings: [{ kind: 'late_departure', neighbourId: leaving.id }] });
  });

  it('the guest’s page shows their own times, and orders are taken until they leave', async () => {
    const room = await makeRoom(database(), property);
    const stay = await makeBooking(database(), room, { from: -1, to: 1, status: 'confirmed' });
    await setHours(stay, { early: '10:00', late: '16:00' });
    const own = await getOwnStay(database(), subjectOfBooking(stay));
    expect(own).toMatchObject({ property: { checkinTime: '10:00', checkoutTime: '16:00' } });
    const day = await dayFromToday(database(), 1);
    expect(own['leavesAt']).toBe(new Date(`${day}T16:00:00+07:00`).toISOString().replace('.000', ''));
    expect(await getStayContent(database(), subjectOfBooking(stay), 'property')).toMatchObject({
      content: { checkoutTime: '16:00' },
    });
    const item = await makeItem(database(), property);
    const order = (hour: string) =>
      placeOrder(database(), subjectOfBooking(stay), {
        items: [{ itemId: item.id, quantity: 1 }],
        wantedAt: `${day}T${hour}:00+07:00`,
      });
    expect(await order('15:30')).toMatchObject({ ok: true });
    expect(await order('16:30')).toMatchObject({ reason: 'wanted_time_is_after_check_out' });
  });

  it('the desk reads the hours where it reads the stay: on its own, in the lists and among the guests of today', async () => {
    const own = await makeProperty(database(), { checkin_time: '14:00', checkout_time: '11:00' });
    const desk = await signUpMember(database(), own.id, 'staff');
    const place = { property_id: own.id };
    const arriving = await makeBooking(database(), await makeRoom(database(), own), { from: 0, to: 2 });
    const leaving = await makeBooking(database(), await makeRoom(database(), own), {
      from: -2,
      to: 0,
      status: 'checked_in',
    });
    await setHours(arriving, { early: '09:30' }, desk);
    await setHours(leaving, { late: '16:00' }, desk);
    const early = { id: arriving.id, earlyFrom: '09:30', lateUntil: null };
    const late = { id: leaving.id, earlyFrom: null, lateUntil: '16:00' };
    expect(await run('read_booking', { ...place, booking_id: arriving.id }, desk)).toMatchObject(early);
    expect(await run('list_bookings', { ...place, view: 'arriving' }, desk)).toMatchObject({
      bookings: [early],
    });
    expect(await run('read_guests_of_today', place, desk)).toMatchObject({
      arrivals: [early],
      departures: [late],
    });
  });

  it('the desk reads when who leaves today has to leave, by the clock of the place and by their own time', async () => {
    const own = await makeProperty(database(), { timezone: 'Asia/Kolkata', checkout_time: '11:00' });
    const desk = await signUpMember(database(), own.id, 'staff');
    const leaving = async (to: number) =>
      makeBooking(database(), await makeRoom(database(), own), { from: -3, to, status: 'checked_in' });
    const [usual, late, overdue] = [await leaving(0), await leaving(0), await leaving(-1)];
    await setHours(late, { late: '16:00' }, desk);
    const read = async (name: string, args: Record<string, unknown> = {}) =>
      (await run(name, { property_id: own.id, ...args }, desk))?.['leavesAt'];
    const at = async (stay: Booking, hour: string) => {
      const [row] = await database().sql<{ day: string }>(
        'select check_out_date::text as day from public.accom_bookings where id = $1',
        [stay.id],
      );
      return new Date(`${row?.day}T${hour}:00+05:30`).toISOString().replace('.000', '');
    };
    expect(await read('read_guests_of_today')).toEqual({
      [usual.id]: await at(usual, '11:00'),
      [late.id]: await at(late, '16:00'),
      [overdue.id]: await at(overdue, '11:00'),
    });
    expect(await read('read_booking', { booking_id: late.id })).toBe(await at(late, '16:00'));
  });

  it('others read the times of the property', async () => {
    const room = await makeRoom(database(), property);
    const stay = await makeBooking(database(), room, { from: -1, to: 1 });
    expect(await getOwnStay(database(), subjectOfBooking(stay))).toMatchObject({
      property: { checkinTime: '14:00', checkoutTime: '11:00' },
    });
    expect(
      await getStayContent(database(), { propertyId: property.id, roomCode: room.room_code }, 'property'),
    ).toMatchObject({ content: { checkoutTime: '11:00' } });
  });

  it('on the day of the turnover the room is that of who leaves late until then', async () => {
    const place = await makeProperty(database(), {
      timezone: findZoneInDaylight(),
      checkin_time: '00:01',
      checkout_time: '00:00',
    });
    const desk = await signUpMember(database(), place.id, 'staff');
    const room = await makeRoom(database(), place);
    const leaving = await makeBooking(database(), room, { from: -2, to: 0, status: 'checked_in' });
    const arriving = await makeBooking(database(), room, { from: 0, to: 2, status: 'checked_in' });
    const opens = async () => {
      const stay = await verifyRoom(database(), room.room_code, { lastName: 'Johnson' });
      return (stay['booking'] as { code: string } | undefined)?.code;
    };
    expect(await opens()).toBe(arriving.booking_code);
    await setHours(leaving, { late: '23:58' }, desk);
    expect(await opens()).toBe(leaving.booking_code);
  });

  describe('undo', () => {
    it('gives the times back, unless somebody holds them by then', async () => {
      const { leaving, arriving } = await makeTurnover();
      await setHours(leaving, { late: '16:00' });
      const { undoId } = await setHours(leaving, {});
      await run('undo_change', { change_id: undoId });
      expect(await readHours(leaving)).toEqual({ early: null, late: '16:00:00' });
      const second = await setHours(leaving, {});
      await setHours(arriving, { early: '12:00' });
      expect(await catchDatabaseError(run('undo_change', { change_id: second.undoId }))).toEqual(
        conflict('taken_meanwhile'),
      );
    });
  });

  it.each([
    ['an early check-in at the check-in time', { early: '14:00' }],
    ['an early check-in after it', { early: '15:00' }],
    ['an early check-in at midnight', { early: '00:00' }],
    ['a late check-out at the check-out time', { late: '11:00' }],
    ['a late check-out before it', { late: '10:00' }],
    ['a late check-out at the end of the day', { late: '23:59' }],
  ])('%s is none', async (_, hours) => {
    const stay = await makeBooking(database(), await makeRoom(database(), property), { from: 2, to: 5 });
    expect(await catchDatabaseError(setHours(stay, hours))).toEqual(impossible('hours_are_impossible'));
  });

  it('of a guest in house only the departure changes, of a stay that is over nothing', async () => {
    const room = await makeRoom(database(), property);
    const stay = await makeBooking(database(), room, { from: -1, to: 1, status: 'checked_in' });
    await setHours(stay, { late: '16:00' });
    expect(await catchDatabaseError(setHours(stay, { early: '10:00' }))).toEqual(
      illegalStep('guest_is_in_house'),
    );
    for (const status of ['checked_out', 'cancelled', 'no_show']) {
      const past = await makeBooking(database(), await makeRoom(database(), property), { status });
      expect(await catchDatabaseError(setHours(past, { late: '16:00' }))).toEqual(
        illegalStep('stay_is_over'),
      );
    }
  });

  it('what does not change is not written, and an old version is refused', async () => {
    const stay = await makeBooking(database(), await makeRoom(database(), property), { from: 2, to: 5 });
    expect(await setHours(stay, {})).toEqual({ undoId: null, versions: {}, warnings: [] });
    expect(
      await catchDatabaseError(
        run('set_stay_hours', {
          booking_id: stay.id,
          version: '2026-01-01',
          early_from: null,
          late_until: '16:00',
        }),
      ),
    ).toEqual(conflict('changed_meanwhile'));
  });

  it('a stay on the shelf keeps its hours and holds them where it goes', async () => {
    const stay = await makeBooking(database(), await makeRoom(database(), property), { from: 2, to: 5 });
    await setHours(stay, { late: '16:00' });
    await run('put_on_shelf', { booking_id: stay.id, version: await readVersion(stay.id) });
    expect(await readHours(stay)).toEqual({ early: null, late: '16:00:00' });
    expect((await setHours(stay, { late: '15:00' })).warnings).toEqual([]);
  });

  it('housekeepers and members of another place are refused', async () => {
    const stay = await makeBooking(database(), await makeRoom(database(), property), { from: 2, to: 5 });
    const housekeeper = await signUpMember(database(), property.id, 'housekeeper');
    const stranger = await signUpMember(database(), (await makeProperty(database())).id, 'owner');
    expect(await catchDatabaseError(setHours(stay, { late: '16:00' }, housekeeper))).toEqual(forbidden);
    expect(await catchDatabaseError(setHours(stay, { late: '16:00' }, stranger))).toEqual(notFound);
  });
});

onNativePostgres('hours at the same time', {}, (database) => {
  it('of a late check-out and an early check-in that overlap one succeeds', async () => {
    const property = await makeProperty(database(), { checkin_time: '14:00', checkout_time: '11:00' });
    const desk = await signUpMember(database(), property.id, 'staff');
    const connections = database().connect({ max: 2 });
    for (let round = 0; round < 10; round += 1) {
      const room = await makeRoom(database(), property);
      const leaving = await makeBooking(database(), room, { from: 2, to: 5 });
      const arriving = await makeBooking(database(), room, { from: 5, to: 8 });
      const outcomes = await Promise.allSettled(
        [leaving, arriving].map((stay, index) =>
          runOnConnection(
            connections,
            desk,
            (sql) => sql`select public.set_stay_hours(
              ${stay.id}, (select updated_at from public.accom_bookings where id = ${stay.id}),
              ${index === 0 ? null : '12:00'}::text::time, ${index === 0 ? '13:00' : null}::text::time)`,
          ),
        ),
      );
      expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    }
  });
});
