import { expect, it } from 'vitest';
import { insertDocument, takeSight } from './support/document-calls.ts';
import {
  insertRow,
  makeBooking,
  makeProperty,
  makeRoom,
  type Property,
  type Room,
} from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { anon, type Person, queryAs, signUpMember, staysServer } from './support/people.ts';
import { readBuffers } from './support/read-buffers.ts';

type Pulse = {
  version: string;
  orders?: number;
  newestOrder?: string | null;
  reports?: number;
  requests?: number;
  documents?: number;
  rooms?: number;
  unread?: number;
};

onNativePostgres('the pulse of a place', {}, (database) => {
  const setUp = async () => {
    const property = await makeProperty(database());
    const room = await makeRoom(database(), property);
    const booking = await makeBooking(database(), room);
    return { property, room, booking };
  };
  const readPulse = async (person: Person, property: Property) => {
    const [row] = await queryAs<{ pulse: Pulse }>(
      database(),
      person,
      'select public.desk_pulse($1) as pulse',
      [property.id],
    );
    return row?.pulse;
  };
  const makeOrder = (room: Room, bookingId: string, status = 'pending') =>
    insertRow<{ id: string }>(database(), 'accom_service_orders', {
      property_id: room.property_id,
      room_id: room.id,
      booking_id: bookingId,
      status,
      total: 0,
      currency: 'VND',
      reject_reason: status === 'rejected' ? 'Closed' : null,
    });

  it('counts what waits for somebody at the desk, of this place only', async () => {
    const { property, room, booking } = await setUp();
    const other = await setUp();
    const staff = await signUpMember(database(), property.id, 'staff');
    expect(await readPulse(staff, property)).toMatchObject({ orders: 0, reports: 0, requests: 0 });
    for (const status of ['pending', 'pending', 'cancelled', 'confirmed', 'delivered', 'rejected']) {
      await makeOrder(room, booking.id, status);
    }
    await makeOrder(other.room, other.booking.id);
    await makeBooking(database(), await makeRoom(database(), property), { status: 'pending' });
    for (const status of ['open', 'in_progress']) {
      await insertRow(database(), 'incidents', {
        property_id: property.id,
        room_id: room.id,
        booking_id: booking.id,
        title: 'No hot water',
        description: 'Since this morning',
        status,
      });
    }
    expect(await readPulse(staff, property)).toMatchObject({
      orders: 3,
      newOrders: 2,
      reports: 1,
      requests: 1,
      // Of the two new orders, the report and the request.
      unread: 4,
    });
  });

  it('tells that another order came while the count stays the same', async () => {
    const { property, room, booking } = await setUp();
    const staff = await signUpMember(database(), property.id, 'staff');
    expect((await readPulse(staff, property))?.newestOrder).toBeNull();
    const first = await makeOrder(room, booking.id);
    const before = await readPulse(staff, property);
    await makeOrder(room, booking.id);
    await queryAs(database(), staff, `select public.set_order_status($1, 'confirmed')`, [first.id]);
    const after = await readPulse(staff, property);
    expect([before?.orders, after?.orders]).toEqual([1, 1]);
    expect(Date.parse(after?.newestOrder ?? '')).toBeGreaterThanOrEqual(
      Date.parse(before?.newestOrder ?? ''),
    );
    expect(after?.newestOrder).not.toBe(before?.newestOrder);
  });

  it('moves with each step of an order', async () => {
    const { property, room, booking } = await setUp();
    const staff = await signUpMember(database(), property.id, 'staff');
    const seen = [await readPulse(staff, property)];
    const order = await makeOrder(room, booking.id);
    seen.push(await readPulse(staff, property));
    for (const status of ['confirmed', 'preparing', 'delivered']) {
      await queryAs(database(), staff, 'select public.set_order_status($1, $2::public.order_status)', [
        order.id,
        status,
      ]);
      seen.push(await readPulse(staff, property));
    }
    expect(new Set(seen.map((pulse) => JSON.stringify(pulse))).size).toBe(5);
  });

  it('tells a housekeeper that something changed and how many rooms have to be cleaned, and no number of orders, reports or requests', async () => {
    const { property, room, booking } = await setUp();
    await makeOrder(room, booking.id);
    const housekeeper = await signUpMember(database(), property.id, 'housekeeper');
    expect(Object.keys((await readPulse(housekeeper, property)) ?? {})).toEqual(['rooms', 'version']);
  });

  it('counts the rooms that have to be cleaned, and no room that is out of order', async () => {
    const { property } = await setUp();
    const housekeeper = await signUpMember(database(), property.id, 'housekeeper');
    for (const state of ['clean', 'dirty', 'cleaning', 'inspected', 'out_of_order']) {
      const room = await makeRoom(database(), property, { beds: '{A,B}' });
      await database().sql('update public.room_states set state = $2 where room_id = $1', [room.id, state]);
    }
    expect(await readPulse(housekeeper, property)).toMatchObject({ rooms: 2 });
    await database().sql(`update public.room_states set dirty_beds = '{A}' where property_id = $1`, [
      property.id,
    ]);
    expect(await readPulse(housekeeper, property)).toMatchObject({ rooms: 5 });
  });

  it('counts the documents that have to be checked, for members who see documents and for nobody else', async () => {
    const { property, booking } = await setUp();
    const other = await setUp();
    const decided = { reviewed_at: new Date().toISOString() };
    for (const columns of [
      {},
      {},
      { stored_at: null },
      { status: 'verified', ...decided },
      { status: 'rejected', rejection_reason: 'Blurred', ...decided },
    ]) {
      await insertDocument(database(), booking, columns);
    }
    await insertDocument(database(), other.booking);
    for (const role of ['staff', 'manager'] as const) {
      const member = await signUpMember(database(), property.id, role);
      expect(await readPulse(member, property)).toMatchObject({ documents: 2 });
      await takeSight(database(), member);
      expect(await readPulse(member, property)).not.toHaveProperty('documents');
    }
    const owner = await signUpMember(database(), property.id, 'owner');
    expect(await readPulse(owner, property)).toMatchObject({ documents: 2 });
    const housekeeper = await signUpMember(database(), property.id, 'housekeeper');
    expect(await readPulse(housekeeper, property)).not.toHaveProperty('documents');
  });

  it('is refused to everybody else', async () => {
    const { property } = await setUp();
    const stranger = await signUpMember(database(), (await makeProperty(database())).id, 'owner');
    await expect(readPulse(stranger, property)).rejects.toMatchObject({
      code: 'PT404',
      message: 'not_found',
    });
    for (const person of [anon, staysServer]) {
      await expect(readPulse(person, property)).rejects.toMatchObject({ code: '42501' });
    }
  });
});

onNativePostgres('the cost of the pulse', {}, (database) => {
  /** A place with so many rooms, ten orders ago for each of them, and so many orders that wait. */
  const fill = async (rooms: number, waiting: number) => {
    const property = await makeProperty(database());
    const manager = await signUpMember(database(), property.id, 'manager');
    await database().sql(
      `with room as (
         insert into public.accom_rooms (property_id, room_number) select $1, n::text from generate_series(1, $2) n returning id
       ), stay as (
         insert into public.accom_bookings
           (property_id, room_id, guest_name, guest_last_name, check_in_date, check_out_date, status)
         select $1, id, 'Ann Lee', 'Lee', current_date, current_date + 2, 'confirmed' from room returning id, room_id
       )
       insert into public.accom_service_orders (property_id, room_id, booking_id, status, total, currency, created_at)
       select $1, room_id, id, 'delivered', 0, 'VND', now() - interval '1 day' from stay, generate_series(1, 10)`,
      [property.id, rooms],
    );
    const addDocuments = (count: number, status: string) =>
      database().sql(
        `insert into public.accom_guest_documents
           (property_id, booking_id, document_type, key_version, consent_version, consent_locale, stored_at, status, reviewed_at)
         select $1, id, 'passport', 1, '1.a', 'en', now(), $3::public.document_status, case when $3 = 'verified' then now() end
         from public.accom_bookings where property_id = $1 limit $2`,
        [property.id, count, status],
      );
    await addDocuments(rooms, 'verified');
    // As a place is that has been open for a while; what waits came since.
    await database().sql(
      `vacuum analyze public.audit_log, public.accom_service_orders, public.incidents, public.accom_bookings,
         public.accom_guest_documents, public.notifications, public.property_members, public.accounts, auth.sessions`,
    );
    await addDocuments(waiting, 'pending');
    await database().sql(
      `insert into public.accom_service_orders (property_id, room_id, booking_id, status, total, currency)
       select $1, room_id, id, 'pending', 0, 'VND' from public.accom_bookings where property_id = $1 limit $2`,
      [property.id, waiting],
    );
    // A morning of departures: up to a hundred rooms are counted.
    await database().sql(
      `update public.room_states set state = 'dirty' where id in (
         select id from public.room_states where property_id = $1 limit $2)`,
      [property.id, waiting],
    );
    return { property, manager };
  };

  it('is at most 20 buffers, at 10 rooms and at 1,000 with 100 times as many orders and documents', async () => {
    const small = await fill(10, 1);
    const large = await fill(1_000, 100);
    const connections = database().connect({ max: 1 });
    const costs: number[] = [];
    const housekeepers: number[] = [];
    for (const { property, manager } of [small, large]) {
      costs.push(await readBuffers(connections, manager, `public.desk_pulse('${property.id}')`));
      const housekeeper = await signUpMember(database(), property.id, 'housekeeper');
      housekeepers.push(await readBuffers(connections, housekeeper, `public.desk_pulse('${property.id}')`));
    }
    const [few = Number.NaN, many = Number.NaN] = costs;
    expect(few).toBeLessThanOrEqual(20);
    expect(many, String(costs)).toBeLessThanOrEqual(20);
    expect(Math.max(...housekeepers), String(housekeepers)).toBeLessThanOrEqual(20);
  });
});
