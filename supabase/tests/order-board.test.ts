import { beforeAll, describe, expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import { call } from './support/desk-calls.ts';
import { makeCategory } from './support/make-content.ts';
import { makeBooking, makeProperty, makeRoom, makeSession, type Property } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import {
  cancelOrder,
  listOrders,
  makeItem,
  placeOrder,
  type Subject,
  subjectOfBooking,
  subjectOfSession,
} from './support/order-calls.ts';
import { anon, type Person, queryAs, signUpMember, staysServer } from './support/people.ts';
import { readBuffers } from './support/read-buffers.ts';

type BoardOrder = {
  id: string;
  status: string;
  guestName: string | null;
  totalMinor: number | null;
  ownStep: string | null;
  items: { name: string; totalMinor: number | null; categoryId: string | null }[];
};

type Board = {
  slowMinutes: number;
  lateMinutes: number;
  categories: { id: string; name: string }[];
  orders: BoardOrder[];
};

onNativePostgres('the board of orders', {}, (database) => {
  let property: Property;
  let staff: Person;
  let manager: Person;
  let item: { id: string };

  beforeAll(async () => {
    property = await makeProperty(database());
    staff = await signUpMember(database(), property.id, 'staff');
    manager = await signUpMember(database(), property.id, 'manager');
    item = await makeItem(database(), property);
  });

  const checkInGuest = async (at = property): Promise<Subject> =>
    subjectOfBooking(await makeBooking(database(), await makeRoom(database(), at)));
  const order = async (guest: Subject, notes = ''): Promise<string> => {
    const { order: placed } = await placeOrder(database(), guest, {
      items: [{ itemId: item.id, quantity: 2 }],
      notes,
    });
    if (placed === undefined) throw new Error('the order was placed');
    return placed.id;
  };
  const board = async (person: Person, orderId: string | null = null, at = property) => {
    const [row] = await queryAs<{ board: Board }>(
      database(),
      person,
      'select public.read_order_board($1, $2) as board',
      [at.id, orderId],
    );
    return row?.board.orders ?? [];
  };
  const setStatus = (person: Person, id: string, status: string, reason: string | null = null) =>
    queryAs(database(), person, 'select public.set_order_status($1, $2::public.order_status, $3)', [
      id,
      status,
      reason,
    ]);
  const acknowledge = (person: Person, id: string) =>
    queryAs(database(), person, 'select public.acknowledge_cancellation($1)', [id]);
  const undo = (person: Person, change: string | null | undefined, reason: string | null = null) =>
    queryAs(database(), person, 'select public.undo_change($1, $2)', [change, reason]);
  const findOn = async (person: Person, id: string) => (await board(person)).find((one) => one.id === id);

  it('has an order with its guest, room, lines and note, at the moment it is placed', async () => {
    const booking = await makeBooking(
      database(),
      await makeRoom(database(), property, { room_number: '12A' }),
    );
    const id = await order(subjectOfBooking(booking), 'No ice');
    expect(await findOn(staff, id)).toMatchObject({
      status: 'pending',
      roomNumber: '12A',
      bed: null,
      guestName: 'Sarah Johnson',
      notes: 'No ice',
      wantedAt: null,
      currency: 'VND',
      totalMinor: 60_000,
      items: [{ name: 'Local lager', quantity: 2, totalMinor: 60_000 }],
    });
  });

  it('has the categories in the order of the catalogue, and the minutes after which an order is slow and late', async () => {
    const place = await makeProperty(database());
    const waiter = await signUpMember(database(), place.id, 'staff');
    for (const [name, sort_order] of [
      ['Drinks', 2],
      ['Food', 1],
    ]) {
      await makeCategory(database(), place, { name, sort_order });
    }
    const read = async () => {
      const [row] = await queryAs<{ board: Board }>(
        database(),
        waiter,
        'select public.read_order_board($1) as board',
        [place.id],
      );
      return row?.board;
    };
    expect(await read()).toMatchObject({
      slowMinutes: 5,
      lateMinutes: 10,
      categories: [{ name: 'Food' }, { name: 'Drinks' }],
      orders: [],
    });
    await database().sql(
      'update public.accom_properties set orders_slow_minutes = 8, orders_late_minutes = 25 where id = $1',
      [place.id],
    );
    expect(await read()).toMatchObject({ slowMinutes: 8, lateMinutes: 25 });
  });

  it('an order of a guest session has no name', async () => {
    const room = await makeRoom(database(), property);
    const id = await order(subjectOfSession(property, await makeSession(database(), room)));
    expect(await findOn(staff, id)).toMatchObject({ roomNumber: room.room_number, guestName: null });
  });

  it('tells a member who does not see money no price, and the rest as to everybody', async () => {
    const id = await order(await checkInGuest());
    const waiter = await signUpMember(database(), property.id, 'staff');
    await database().sql('update public.property_members set sees_money = false where account_id = $1', [
      waiter.accountId,
    ]);
    const seen = await findOn(waiter, id);
    expect(seen).toMatchObject({ totalMinor: null, items: [{ totalMinor: null }] });
    expect({ ...seen, totalMinor: 60_000, items: [{ ...seen?.items[0], totalMinor: 60_000 }] }).toEqual(
      await findOn(manager, id),
    );
  });

  it('keeps an order that its guest cancelled until somebody acknowledges it, twice if they like', async () => {
    const guest = await checkInGuest();
    const id = await order(guest);
    expect((await catchDatabaseError(acknowledge(staff, id))).message).toBe('illegal_step');
    await cancelOrder(database(), guest, id);
    expect(await findOn(staff, id)).toMatchObject({ status: 'cancelled', cancellationSeenAt: null });
    await acknowledge(staff, id);
    const seen = await findOn(staff, id);
    expect(seen).toMatchObject({ status: 'cancelled', cancellationSeenAt: expect.any(String) });
    await acknowledge(manager, id);
    expect(await findOn(staff, id)).toEqual(seen);
    await undo(staff, seen?.ownStep);
    expect(await findOn(staff, id)).toMatchObject({ cancellationSeenAt: null });
  });

  it('ends with what ended in the last day', async () => {
    const [done, old] = [await order(await checkInGuest()), await order(await checkInGuest())];
    for (const id of [done, old]) await setStatus(staff, id, 'rejected', 'Closed');
    await database().sql('alter table public.accom_service_orders disable trigger user');
    await database().sql(
      `update public.accom_service_orders set updated_at = now() - interval '25 hours' where id = $1`,
      [old],
    );
    await database().sql('alter table public.accom_service_orders enable trigger user');
    expect(await findOn(staff, done)).toMatchObject({ status: 'rejected', rejectReason: 'Closed' });
    expect(await findOn(staff, old)).toBeUndefined();
    expect(await board(staff, old)).toMatchObject([{ id: old, status: 'rejected' }]);
  });

  describe('all that ended', () => {
    type Ended = { id: string; endedAt: string; totalMinor: number | null };
    const list = async (person: Person, args: Record<string, unknown>) =>
      (await call(database(), person, 'list_ended_orders', args)) as unknown as Ended[];

    it('is read page by page, the last first, and without orders under way or of another place', async () => {
      const place = await makeProperty(database());
      const waiter = await signUpMember(database(), place.id, 'staff');
      const booking = await makeBooking(database(), await makeRoom(database(), place));
      const { id: lager } = await makeItem(database(), place);
      const ids: string[] = [];
      for (const ends of [true, true, true, false]) {
        const { order: placed } = await placeOrder(database(), subjectOfBooking(booking), {
          items: [{ itemId: lager, quantity: 1 }],
        });
        ids.push(placed?.id ?? '');
        if (ends) await setStatus(waiter, placed?.id ?? '', 'rejected', 'Closed');
      }
      const first = await list(waiter, { property_id: place.id, page_size: 2 });
      expect(first.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
      const last = first.at(-1);
      const second = await list(waiter, {
        property_id: place.id,
        after_at: last?.endedAt,
        after_id: last?.id,
      });
      expect(second.map(({ id }) => id)).toEqual([ids[0]]);
    });

    it('has no prices for who sees none, and is nothing for a housekeeper, another place or a guest', async () => {
      await setStatus(staff, await order(await checkInGuest()), 'rejected', 'Closed');
      const args = { property_id: property.id };
      expect(await list(staff, args)).not.toEqual([]);
      const blind = await signUpMember(database(), property.id, 'staff');
      await database().sql('update public.property_members set sees_money = false where account_id = $1', [
        blind.accountId,
      ]);
      expect((await list(blind, args)).map(({ totalMinor }) => totalMinor)).not.toContainEqual(
        expect.any(Number),
      );
      const cleaner = await signUpMember(database(), property.id, 'housekeeper');
      const stranger = await signUpMember(database(), (await makeProperty(database())).id, 'owner');
      expect(await catchDatabaseError(list(cleaner, args))).toMatchObject({ code: 'PT403' });
      expect(await catchDatabaseError(list(stranger, args))).toMatchObject({ code: 'PT404' });
      for (const person of [anon, staysServer]) {
        expect(await catchDatabaseError(list(person, args))).toMatchObject({ code: '42501' });
      }
    });
  });

  it('Today has what waits for a first step, the oldest first, and no order of another place', async () => {
    const place = await makeProperty(database());
    const waiter = await signUpMember(database(), place.id, 'staff');
    const dorm = await makeRoom(database(), place, { room_number: 'D1', beds: ['a', 'b'] });
    const booking = await makeBooking(database(), dorm, { bed: 'b' });
    const { id: lager } = await makeItem(database(), place);
    const ids: string[] = [];
    for (const quantity of [1, 2, 3]) {
      const { order: placed } = await placeOrder(database(), subjectOfBooking(booking), {
        items: [{ itemId: lager, quantity }],
      });
      ids.push(placed?.id ?? '');
    }
    const [first = '', second = '', third = ''] = ids;
    await setStatus(waiter, second, 'confirmed');
    const readToday = async (person: Person, at: Property) => {
      const [row] = await queryAs<{ today: { orders: { orders: { id: string }[] } } }>(
        database(),
        person,
        'select public.read_guests_of_today($1) as today',
        [at.id],
      );
      return row?.today.orders;
    };
    const waits = { status: 'pending', roomNumber: 'D1', bed: 'b', wantedAt: null };
    expect(await readToday(waiter, place)).toMatchObject({
      slowMinutes: 5,
      lateMinutes: 10,
      orders: [
        { ...waits, id: first, number: 1, createdAt: expect.any(String) },
        { ...waits, id: third, number: 3 },
      ],
    });
    const found = (await readToday(staff, property))?.orders.map(({ id }) => id) ?? [];
    expect(found.filter((id) => ids.includes(id))).toEqual([]);
  });

  describe('a step', () => {
    it('is an entry of the history and is undone by whoever took it, and the guest reads the status of before', async () => {
      const guest = await checkInGuest();
      const id = await order(guest);
      for (const [from, to] of [
        ['pending', 'confirmed'],
        ['confirmed', 'preparing'],
        ['preparing', 'delivered'],
      ] as const) {
        await setStatus(staff, id, to);
        const { ownStep } = (await findOn(staff, id)) ?? {};
        const [entry] = await database().sql(
          'select actor, action, detail from public.audit_log where id = $1',
          [ownStep],
        );
        expect(entry).toEqual({
          actor: 'account',
          action: 'changed',
          detail: { name: expect.any(String), from: { status: from }, to: { status: to } },
        });
        await undo(staff, ownStep);
        expect(await listOrders(database(), guest, id)).toMatchObject({ orders: [{ status: from }] });
        // What was undone is not offered again, and the step can be taken again.
        expect((await findOn(staff, id))?.ownStep).toBeNull();
        await setStatus(staff, id, to);
      }
    });

    it('an undone rejection leaves no reason behind', async () => {
      const guest = await checkInGuest();
      const id = await order(guest);
      await setStatus(staff, id, 'rejected', 'No more lager');
      await undo(staff, (await findOn(staff, id))?.ownStep);
      expect(await listOrders(database(), guest, id)).toMatchObject({
        orders: [{ status: 'pending', rejectReason: null }],
      });
    });

    it('of a colleague is undone by a manager with a reason, and not by the staff', async () => {
      const id = await order(await checkInGuest());
      await setStatus(staff, id, 'confirmed');
      const step = (await findOn(staff, id))?.ownStep;
      const colleague = await signUpMember(database(), property.id, 'staff');
      expect((await findOn(colleague, id))?.ownStep).toBeNull();
      expect((await findOn(manager, id))?.ownStep).toBeNull();
      expect((await catchDatabaseError(undo(colleague, step, 'Mine'))).code).toBe('PT403');
      expect((await catchDatabaseError(undo(manager, step))).detail).toEqual({
        reason: 'undo_needs_a_reason',
      });
      await undo(manager, step, 'Wrong order');
      expect((await findOn(staff, id))?.status).toBe('pending');
    });

    it('is not undone once another followed, and what the guest did is undone by nobody', async () => {
      const guest = await checkInGuest();
      const [id, cancelled] = [await order(guest), await order(guest)];
      await setStatus(staff, id, 'confirmed');
      const step = (await findOn(staff, id))?.ownStep;
      await setStatus(manager, id, 'preparing');
      expect((await catchDatabaseError(undo(staff, step))).detail).toEqual({ reason: 'changed_meanwhile' });
      expect((await findOn(staff, id))?.ownStep).toBeNull();
      await cancelOrder(database(), guest, cancelled);
      for (const row of [id, cancelled]) {
        const [entry] = await database().sql<{ id: string }>(
          `select id from public.audit_log where row_id = $1 and actor = 'guest' order by created_at desc limit 1`,
          [row],
        );
        expect((await catchDatabaseError(undo(manager, entry?.id, 'Why not'))).detail).toEqual({
          reason: 'not_undoable',
        });
      }
    });
  });

  describe('its readers', () => {
    it('a housekeeper reads no order and takes no step', async () => {
      const housekeeper = await signUpMember(database(), property.id, 'housekeeper');
      const guest = await checkInGuest();
      const id = await order(guest);
      await cancelOrder(database(), guest, id);
      const calls = [
        () => board(housekeeper),
        () => board(housekeeper, id),
        () => acknowledge(housekeeper, id),
      ];
      for (const call of calls) {
        expect(await catchDatabaseError(call())).toMatchObject({ code: 'PT403', message: 'forbidden' });
      }
    });

    it('another owner finds neither the place nor its orders, also by the id of an order', async () => {
      const elsewhere = await makeProperty(database());
      const stranger = await signUpMember(database(), elsewhere.id, 'owner');
      const guest = await checkInGuest();
      const id = await order(guest);
      await cancelOrder(database(), guest, id);
      expect(await catchDatabaseError(board(stranger))).toMatchObject({
        code: 'PT404',
        message: 'not_found',
      });
      expect(await board(stranger, id, elsewhere)).toEqual([]);
      expect(await catchDatabaseError(acknowledge(stranger, id))).toEqual(
        await catchDatabaseError(acknowledge(stranger, crypto.randomUUID())),
      );
    });

    it.each([
      ['anon', anon],
      ['the stays server', staysServer],
    ])('%s may not call it', async (_, person) => {
      const id = await order(await checkInGuest());
      for (const call of [() => board(person), () => acknowledge(person, id)]) {
        expect((await catchDatabaseError(call())).code).toBe('42501');
      }
    });
  });
});

onNativePostgres('the cost of the board of orders', {}, (database) => {
  it('does not grow with the orders of the past', async () => {
    const costs: number[] = [];
    const connections = database().connect({ max: 1 });
    for (const past of [10, 20_000]) {
      const property = await makeProperty(database());
      const staff = await signUpMember(database(), property.id, 'staff');
      const booking = await makeBooking(database(), await makeRoom(database(), property));
      const add = (count: number, status: string, ago: string) =>
        database().sql(
          `insert into public.accom_service_orders
             (property_id, room_id, booking_id, status, total, currency, created_at, updated_at)
           select $1, $2, $3, $4::public.order_status, 0, 'VND', now() - $6::interval, now() - $6::interval
           from generate_series(1, $5)`,
          [property.id, booking['room_id'], booking.id, status, count, ago],
        );
      await add(past, 'delivered', '3 days');
      await add(20, 'delivered', '1 hour');
      await add(20, 'pending', '1 minute');
      await database().sql('vacuum analyze public.accom_service_orders, public.audit_log');
      for (const reading of ['read_order_board', 'list_ended_orders']) {
        costs.push(await readBuffers(connections, staff, `public.${reading}('${property.id}')`));
      }
    }
    const [few = Number.NaN, fewEnded = Number.NaN, many = Number.NaN, manyEnded = Number.NaN] = costs;
    expect(many, String(costs)).toBeLessThanOrEqual(few * 1.25);
    expect(manyEnded, String(costs)).toBeLessThanOrEqual(fewEnded * 1.25);
  });
});
