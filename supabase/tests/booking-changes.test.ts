import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import { getOwnStay, verifyBooking } from './support/guest-calls.ts';
import {
  type Booking,
  insertRow,
  makeBooking,
  makeProperty,
  makeRoom,
  type Property,
  type Room,
} from './support/make-property.ts';
import { makeRoomType } from './support/make-room-type.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { type Person, queryAs, signUpMember } from './support/people.ts';

const conflict = (reason: string) => ({ code: 'PT409', message: 'conflict', detail: { reason } });
const notFound = { code: 'PT404', message: 'not_found', detail: {} };
const impossible = { code: 'PT400', message: 'invalid_request', detail: { reason: 'booking_is_impossible' } };

async function call(database: TestDatabase, person: Person, name: string, args: Record<string, unknown>) {
  const named = Object.keys(args).map((key, index) => `${key} => $${index + 1}`);
  const [row] = await queryAs<{ result: Record<string, unknown> }>(
    database,
    person,
    `select public.${name}(${named.join(', ')}) as result`,
    Object.values(args),
  );
  return row?.result;
}

onNativePostgres('what the desk does with a booking', { seed: true }, (database) => {
  let property: Property;
  let staff: Person;
  let manager: Person;
  const run = (name: string, args: Record<string, unknown>, person = staff) =>
    call(database(), person, name, args);
  const addDays = async (days: number) => {
    const [row] = await database().sql<{ day: string }>(
      `select ((now() at time zone 'Asia/Ho_Chi_Minh')::date + $1::integer)::text as day`,
      [days],
    );
    return row?.day ?? '';
  };
  const readRow = async (id: unknown) => {
    const [row] = await database().sql<Record<string, unknown> & { updated_at: string; status: string }>(
      `select *, check_in_date::text as first, check_out_date::text as last, updated_at::text as version
       from public.accom_bookings where id = $1`,
      [id],
    );
    if (row === undefined) throw new Error('the booking is there');
    return row;
  };
  const undoLast = async (person: Person, id: string, reason: string | null = null) => {
    const [entry] = await database().sql<{ id: string }>(
      'select id from public.audit_log where row_id = $1 order by created_at desc limit 1',
      [id],
    );
    return run('undo_change', { change_id: entry?.id, reason }, person);
  };

  beforeAll(async () => {
    property = await makeProperty(database());
    staff = await signUpMember(database(), property.id, 'staff');
    manager = await signUpMember(database(), property.id, 'manager');
  });

  describe('undo', () => {
    it.each([
      ['confirm_booking', 'pending', {}],
      ['check_in', 'confirmed', {}],
      ['check_out', 'checked_in', {}],
      ['cancel_booking', 'confirmed', {}],
      ['mark_no_show', 'confirmed', {}],
    ])('staff undo their own %s, and the booking is %s again', async (name, status, dates) => {
      const booking = await makeBooking(database(), await makeRoom(database(), property), {
        status,
        ...dates,
      });
      await run(name, { booking_id: booking.id });
      await undoLast(staff, booking.id);
      expect((await readRow(booking.id)).status).toBe(status);
    });

    it.each([
      ['cancel_booking', {}, 'cancelled', 'guest_asked'],
      ['mark_no_show', { from: 0, to: 2 }, 'no_show', 'no_answer'],
    ])(
      '%s has a reason for the history, and a note that is not in the log; both are undone with it',
      async (name, dates, status, reason) => {
        const booking = await makeBooking(database(), await makeRoom(database(), property), dates);
        await run(name, { booking_id: booking.id, reason, note: ' Sarah fell ill ' });
        expect(await readRow(booking.id)).toMatchObject({
          status,
          cancel_reason: reason,
          cancel_note: 'Sarah fell ill',
        });
        const read = await run('read_booking', { property_id: property.id, booking_id: booking.id });
        expect(read).toMatchObject({
          cancelReason: reason,
          cancelNote: 'Sarah fell ill',
          history: [{ to: { status, cancel_reason: reason }, canUndo: true }, { action: 'added' }],
        });
        const log = await database().sql('select detail from public.audit_log where row_id = $1', [
          booking.id,
        ]);
        expect(JSON.stringify(log)).not.toContain('Sarah');
        await undoLast(staff, booking.id);
        expect(await readRow(booking.id)).toMatchObject({
          status: 'confirmed',
          cancel_reason: null,
          cancel_note: '',
        });
      },
    );

    it('a note of more than 500 letters is refused, and nothing is cancelled', async () => {
      const booking = await makeBooking(database(), await makeRoom(database(), property));
      const cancel = run('cancel_booking', { booking_id: booking.id, note: 'x'.repeat(501) });
      expect(await catchDatabaseError(cancel)).toMatchObject({
        code: 'PT400',
        detail: { reason: 'reason_is_too_long' },
      });
      expect(await readRow(booking.id)).toMatchObject({ status: 'confirmed' });
    });

    it('who refuses a request that was confirmed meanwhile does not cancel the booking', async () => {
      const room = await makeRoom(database(), property);
      const booking = await makeBooking(database(), room, { status: 'pending' });
      await run('confirm_booking', { booking_id: booking.id });
      const cancel = (seen: string) => run('cancel_booking', { booking_id: booking.id, seen });
      expect(await catchDatabaseError(cancel('pending'))).toMatchObject({ message: 'illegal_step' });
      expect(await catchDatabaseError(cancel('checked_in'))).toMatchObject({ message: 'illegal_step' });
      expect(await readRow(booking.id)).toMatchObject({ status: 'confirmed' });
      await cancel('confirmed');
      expect(await readRow(booking.id)).toMatchObject({ status: 'cancelled' });
    });

    it('the guest of an undone cancellation gets in again', async () => {
      const booking = await makeBooking(database(), await makeRoom(database(), property));
      await run('cancel_booking', { booking_id: booking.id });
      expect(await verifyBooking(database(), booking.booking_code, 'Johnson')).toMatchObject({ ok: false });
      await undoLast(staff, booking.id);
      expect(await verifyBooking(database(), booking.booking_code, 'Johnson')).toMatchObject({ ok: true });
    });

    it('a colleague of the desk may not undo the step of another, a manager may with a reason', async () => {
      const booking = await makeBooking(database(), await makeRoom(database(), property));
      await run('check_in', { booking_id: booking.id });
      const colleague = await signUpMember(database(), property.id, 'staff');
      expect(await catchDatabaseError(undoLast(colleague, booking.id))).toMatchObject({ code: 'PT403' });
      expect(await catchDatabaseError(undoLast(manager, booking.id))).toMatchObject({
        detail: { reason: 'undo_needs_a_reason' },
      });
      await undoLast(manager, booking.id, 'The wrong guest');
      expect((await readRow(booking.id)).status).toBe('confirmed');
    });

    it.each(['check_out', 'cancel_booking'])(
      '%s is not undone once the bed is booked again for these nights',
      async (name) => {
        const room = await makeRoom(database(), property);
        const status = name === 'check_out' ? 'checked_in' : 'confirmed';
        const booking = await makeBooking(database(), room, { status });
        await run(name, { booking_id: booking.id });
        await makeBooking(database(), room, { from: 0, to: 2 });
        expect(await catchDatabaseError(undoLast(staff, booking.id))).toEqual(conflict('taken_meanwhile'));
      },
    );

    it('a check-in before the first day is not undone once the guest has ordered or reported', async () => {
      const room = await makeRoom(database(), property);
      const [quiet, busy] = await Promise.all([
        makeBooking(database(), room, { from: 2, to: 4 }),
        makeBooking(database(), await makeRoom(database(), property), { from: 2, to: 4 }),
      ]);
      for (const { id } of [quiet, busy]) await run('check_in', { booking_id: id });
      await insertRow(database(), 'incidents', {
        property_id: property.id,
        room_id: busy['room_id'],
        booking_id: busy.id,
        title: 'No light',
        priority: 'low',
      });
      await undoLast(staff, quiet.id);
      expect((await readRow(quiet.id)).status).toBe('confirmed');
      expect(await catchDatabaseError(undoLast(staff, busy.id))).toEqual(conflict('still_used'));
    });

    it('a step of a booking that was taken on since is not undone', async () => {
      const booking = await makeBooking(database(), await makeRoom(database(), property));
      await run('check_in', { booking_id: booking.id });
      const [entry] = await database().sql<{ id: string }>(
        'select id from public.audit_log where row_id = $1 order by created_at desc limit 1',
        [booking.id],
      );
      await run('check_out', { booking_id: booking.id });
      expect(await catchDatabaseError(run('undo_change', { change_id: entry?.id }))).toEqual(
        conflict('changed_meanwhile'),
      );
    });

    it('the log of a booking has no word of its guest', async () => {
      const { id } = (await run('create_booking', {
        room_id: (await makeRoom(database(), property)).id,
        check_in: '2031-01-01',
        check_out: '2031-01-02',
        guest_name: 'Zita Quill',
        guest_last_name: 'Quill',
        guest_email: 'zita@example.com',
        guest_phone: '+84 555 01',
        notes: 'Likes tea',
      })) as { id: string };
      const { version } = await readRow(id);
      await run('change_booking_guest', {
        booking_id: id,
        version,
        guest_name: 'Zita Quill-Ray',
        guest_last_name: 'Quill-Ray',
        guest_email: null,
        guest_phone: null,
        guest_count: 2,
        notes: 'Likes coffee',
      });
      const log = await database().sql('select detail from public.audit_log where row_id = $1', [id]);
      expect(log).toHaveLength(3);
      expect(JSON.stringify(log)).not.toMatch(/Zita|Quill|zita@|555|tea|coffee/);
    });
  });

  it('a stay whose last day has passed is over as soon as it is entered, and one whose last day is today is not', async () => {
    const enter = async (from: number, to: number) => {
      const made = (await run('create_booking', {
        room_id: (await makeRoom(database(), property)).id,
        check_in: await addDays(from),
        check_out: await addDays(to),
        guest_name: 'Mai Le',
        guest_last_name: 'Le',
      })) as { id: string };
      return (await readRow(made.id)).status;
    };
    expect(await enter(-4, -2)).toBe('checked_out');
    expect(await enter(-4, 0)).toBe('confirmed');
  });

  describe('a forgotten stay', () => {
    it('is over at once, is taken back, and comes back by the undo', async () => {
      const room = await makeRoom(database(), property);
      const made = (await run('create_booking', {
        room_id: room.id,
        check_in: await addDays(-5),
        check_out: await addDays(-3),
        guest_name: 'Lee Forgotten',
        guest_last_name: 'Forgotten',
      })) as { id: string };
      expect(await readRow(made.id)).toMatchObject({ status: 'checked_out' });
      const read = () => run('read_booking', { property_id: property.id, booking_id: made.id });
      expect(await read()).toMatchObject({ isForgotten: true });
      await run('cancel_booking', { booking_id: made.id, reason: 'booked_twice' });
      expect(await readRow(made.id)).toMatchObject({ status: 'cancelled' });
      const [step] = await database().sql<{ id: string }>(
        "select id from public.audit_log where row_id = $1 and action = 'changed'",
        [made.id],
      );
      await run('undo_change', { change_id: step?.id });
      expect(await readRow(made.id)).toMatchObject({ status: 'checked_out' });
    });

    it('is none that was booked before its last day, so a stay that took place is not taken back', async () => {
      const booking = await makeBooking(database(), await makeRoom(database(), property), {
        from: -5,
        to: -3,
        status: 'checked_out',
        created_at: await addDays(-6),
      });
      expect(await run('read_booking', { property_id: property.id, booking_id: booking.id })).toMatchObject({
        isForgotten: false,
      });
      expect(await catchDatabaseError(run('cancel_booking', { booking_id: booking.id }))).toMatchObject({
        message: 'illegal_step',
      });
    });
  });

  describe('book_walk_in', () => {
    it('a guest at the desk is in house at once, and opens the stay with the code and the last name', async () => {
      const room = await makeRoom(database(), property);
      const made = (await run('book_walk_in', { room_id: room.id, last_name: 'Nguyễn', nights: 2 })) as {
        id: string;
        bookingCode: string;
      };
      expect(await readRow(made.id)).toMatchObject({
        status: 'checked_in',
        source: 'walk_in',
        guest_name: 'Nguyễn',
        first: await addDays(0),
        last: await addDays(2),
      });
      expect(await verifyBooking(database(), made.bookingCode, 'nguyen')).toMatchObject({ ok: true });
      const [step] = await database().sql<{ id: string }>(
        "select id from public.audit_log where row_id = $1 and action = 'changed'",
        [made.id],
      );
      await run('undo_change', { change_id: step?.id });
      await run('cancel_booking', { booking_id: made.id });
      expect(await readRow(made.id)).toMatchObject({ status: 'cancelled' });
    });

    it.each([
      ['no nights', { nights: 0 }],
      ['null as nights', { nights: null }],
      ['two thousand million nights', { nights: 2_000_000_000 }],
      ['no last name', { last_name: ' ' }],
      ['null as the last name', { last_name: null }],
    ])('%s are refused', async (_, changes) => {
      const room = await makeRoom(database(), property);
      expect(
        await catchDatabaseError(
          run('book_walk_in', { room_id: room.id, last_name: 'Lee', nights: 1, ...changes }),
        ),
      ).toEqual(impossible);
    });

    it('a bed that somebody has for one of the nights is refused, and one whose guest leaves today is not', async () => {
      const room = await makeRoom(database(), property);
      const next = await makeBooking(database(), room, { from: 1, to: 3 });
      await makeBooking(database(), room, { from: -2, to: 0, status: 'checked_in' });
      const walkIn = (nights: number) => run('book_walk_in', { room_id: room.id, last_name: 'Lee', nights });
      expect(await catchDatabaseError(walkIn(2))).toMatchObject({
        detail: { reason: 'bed_is_taken', obstacle: { id: next.id } },
      });
      expect(await walkIn(1)).toHaveProperty('bookingCode');
    });
  });

  describe('move_booking', () => {
    const move = async (booking: Booking, changes: Record<string, unknown>, person = staff) => {
      const row = await readRow(booking.id);
      return run(
        'move_booking',
        {
          booking_id: booking.id,
          version: row['version'],
          room_id: row['room_id'],
          bed: row['bed'],
          check_in: row['first'],
          check_out: row['last'],
          ...changes,
        },
        person,
      );
    };
    let room: Room;
    let other: Room;
    beforeAll(async () => {
      room = await makeRoom(database(), property);
      other = await makeRoom(database(), property);
    });

    it.each(['pending', 'confirmed'])(
      'a booking that is %s moves to other nights and another room',
      async (status) => {
        const booking = await makeBooking(database(), room, { from: 40, to: 42, status });
        await move(booking, { room_id: other.id, check_in: await addDays(50), check_out: await addDays(51) });
        expect(await readRow(booking.id)).toMatchObject({ room_id: other.id, first: await addDays(50) });
        await undoLast(staff, booking.id);
        expect(await readRow(booking.id)).toMatchObject({ room_id: room.id, first: await addDays(40) });
        await database().sql('delete from public.accom_bookings where id = $1', [booking.id]);
      },
    );

    it('a booking that gets another type keeps its price, or takes that of the type', async () => {
      const [cheap, dear] = [
        await makeRoomType(database(), property, { price: 100 }),
        await makeRoomType(database(), property, { price: 250 }),
      ];
      const from = await makeRoom(database(), property, { room_type_id: cheap.id });
      const to = await makeRoom(database(), property, { room_type_id: dear.id });
      const { id } = (await run('create_booking', {
        room_id: from.id,
        check_in: await addDays(60),
        check_out: await addDays(62),
        guest_name: 'Ann Price',
        guest_last_name: 'Price',
      })) as { id: string };
      const readTotal = async () =>
        (
          await database().sql('select total from public.accom_booking_prices where booking_id = $1', [id])
        )[0]?.['total'];
      const booking = { id } as Booking;
      await move(booking, { room_id: to.id });
      expect(Number(await readTotal())).toBe(200);
      await move(booking, { room_id: from.id });
      await move(booking, { room_id: to.id, price: 'new' });
      expect(Number(await readTotal())).toBe(500);
      await undoLast(staff, id);
      expect(Number(await readTotal())).toBe(200);
    });

    it('a guest in house stays longer or leaves earlier, and does not change rooms', async () => {
      const booking = await makeBooking(database(), room, { status: 'checked_in' });
      await move(booking, { check_out: await addDays(3) });
      expect((await readRow(booking.id))['last']).toBe(await addDays(3));
      expect(await catchDatabaseError(move(booking, { room_id: other.id }))).toMatchObject({
        detail: { reason: 'guest_is_in_house' },
      });
      await database().sql('delete from public.accom_bookings where id = $1', [booking.id]);
    });

    it.each(['checked_out', 'cancelled', 'no_show'])('a booking that is %s does not move', async (status) => {
      const booking = await makeBooking(database(), room, { status });
      expect(await catchDatabaseError(move(booking, { check_out: await addDays(3) }))).toMatchObject({
        detail: { reason: 'stay_is_over' },
      });
    });

    it('taken nights, an old version, impossible nights and a room of another property are refused', async () => {
      const booking = await makeBooking(database(), room, { from: 60, to: 62 });
      const next = await makeBooking(database(), room, { from: 62, to: 64 });
      expect(await catchDatabaseError(move(booking, { check_out: await addDays(63) }))).toMatchObject({
        detail: { reason: 'bed_is_taken', obstacle: { id: next.id } },
      });
      expect(await catchDatabaseError(move(booking, { version: '2020-01-01' }))).toEqual(
        conflict('changed_meanwhile'),
      );
      expect(await catchDatabaseError(move(booking, { check_out: await addDays(60) }))).toEqual(impossible);
      const elsewhere = await makeRoom(database(), await makeProperty(database()));
      expect(await catchDatabaseError(move(booking, { room_id: elsewhere.id }))).toEqual(notFound);
    });

    it('nights that stay keep their price, whatever they cost now, also when the change is undone', async () => {
      const type = await makeRoomType(database(), property, { price: 100 });
      const priced = await makeRoom(database(), property, { room_type_id: type.id });
      const { id } = (await run('create_booking', {
        room_id: priced.id,
        check_in: '2031-03-01',
        check_out: '2031-03-03',
        guest_name: 'A Lee',
        guest_last_name: 'Lee',
      })) as { id: string };
      const readTotal = async () =>
        (
          await database().sql('select total from public.accom_booking_prices where booking_id = $1', [id])
        )[0]?.['total'];
      await database().sql('update public.accom_room_types set price = 900 where id = $1', [type.id]);
      await move({ id } as Booking, { check_out: '2031-03-04' });
      expect(Number(await readTotal())).toBe(100 + 100 + 900);
      await undoLast(staff, id);
      expect(Number(await readTotal())).toBe(200);
    });
  });

  describe('change_booking_guest', () => {
    const guest = {
      guest_name: 'Sarah Miller',
      guest_last_name: 'Miller',
      guest_email: 's@example.com',
      guest_phone: '+84 1',
      guest_count: 2,
      notes: 'Late',
    };

    it.each(['confirmed', 'checked_in', 'checked_out'])(
      'the guest of a booking that is %s is changed at its version alone',
      async (status) => {
        const booking = await makeBooking(database(), await makeRoom(database(), property), { status });
        const { version } = await readRow(booking.id);
        await run('change_booking_guest', { booking_id: booking.id, version, ...guest });
        expect(await readRow(booking.id)).toMatchObject(guest);
        const again = run('change_booking_guest', { booking_id: booking.id, version, ...guest });
        expect(await catchDatabaseError(again)).toEqual(conflict('changed_meanwhile'));
      },
    );

    it.each([
      ['no name', { guest_name: '' }],
      ['zero guests', { guest_count: 0 }],
      ['null as notes', { notes: null }],
      ['notes without end', { notes: 'x'.repeat(2001) }],
      ['an address without end', { guest_email: 'x'.repeat(255) }],
      ['a person without a name', { people: [{ name: ' ' }] }],
      ['people that are no list', { people: {} }],
      ['a child that is neither', { people: [{ name: 'Mia', isChild: 'perhaps' }] }],
      ['31 people', { people: Array(31).fill({ name: 'Mia' }) }],
    ])('%s is refused', async (_, changes) => {
      const booking = await makeBooking(database(), await makeRoom(database(), property));
      const { version } = await readRow(booking.id);
      expect(
        await catchDatabaseError(
          run('change_booking_guest', { booking_id: booking.id, version, ...guest, ...changes }),
        ),
      ).toEqual(impossible);
    });
  });

  describe('the people of a booking', () => {
    const guest = {
      guest_name: 'Sarah Miller',
      guest_last_name: 'Miller',
      guest_email: null,
      guest_phone: null,
      notes: '',
    };
    const save = async (id: string, people: unknown, guest_count = 1) => {
      const { version } = await readRow(id);
      await run('change_booking_guest', { booking_id: id, version, ...guest, guest_count, people });
    };
    const read = async (id: string) =>
      (await run('read_booking', { property_id: property.id, booking_id: id })) as {
        people: { id: string; name: string; isChild: boolean }[];
        guestCount: number;
      };

    it('are saved in their order with the guest, keep their ids, and count among the guests', async () => {
      const booking = await makeBooking(database(), await makeRoom(database(), property));
      await save(booking.id, [{ name: ' Mia ', isChild: true }, { name: 'Tom' }]);
      const { people, guestCount } = await read(booking.id);
      expect(people).toMatchObject([
        { name: 'Mia', isChild: true },
        { name: 'Tom', isChild: false },
      ]);
      expect(guestCount).toBe(3);
      await save(booking.id, [{ ...people[1], name: 'Thomas' }, { name: 'Ann' }], 5);
      const later = await read(booking.id);
      expect(later.people.map(({ name }) => name)).toEqual(['Thomas', 'Ann']);
      expect(later.people[0]?.id).toBe(people[1]?.id);
      expect(later.guestCount).toBe(5);
      await save(booking.id, null);
      expect(await read(booking.id)).toMatchObject({ people: later.people, guestCount: 3 });
    });

    it('never take the id of somebody of another booking', async () => {
      const [one, other] = [
        await makeBooking(database(), await makeRoom(database(), property)),
        await makeBooking(database(), await makeRoom(database(), property)),
      ];
      await save(one.id, [{ name: 'Mia' }]);
      const { people } = await read(one.id);
      await save(other.id, [{ id: people[0]?.id, name: 'Eve' }]);
      expect((await read(one.id)).people).toEqual(people);
      expect((await read(other.id)).people[0]?.id).not.toBe(people[0]?.id);
      await save(one.id, []);
      expect((await read(one.id)).people).toEqual([]);
    });

    it('are named nowhere in the log', async () => {
      const booking = await makeBooking(database(), await makeRoom(database(), property));
      await save(booking.id, [{ name: 'Persephone' }]);
      const [{ log } = { log: '' }] = await database().sql<{ log: string }>(
        'select string_agg(detail::text, chr(10)) as log from public.audit_log where property_id = $1',
        [property.id],
      );
      expect(log).toContain('guest_count');
      expect(log).not.toContain('Persephone');
    });
  });

  it('a cleared PIN opens nothing, and the booking says that it has none', async () => {
    const booking = await makeBooking(database(), await makeRoom(database(), property));
    await run('set_booking_pin', { booking_id: booking.id });
    await run('clear_booking_pin', { booking_id: booking.id });
    expect(await readRow(booking.id)).toMatchObject({ pin_hash: null, has_pin: false });
  });

  it('after check-out the guest reads the stay as ended, and as live once that is undone', async () => {
    const booking = await makeBooking(database(), await makeRoom(database(), property), {
      status: 'checked_in',
    });
    const subject = { propertyId: property.id, bookingId: booking.id };
    const readState = async () => (await getOwnStay(database(), subject))['state'];
    await run('check_out', { booking_id: booking.id });
    expect(await readState()).toBe('ended');
    await undoLast(staff, booking.id);
    expect(await readState()).toBe('live');
  });
});
