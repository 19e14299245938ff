import { runWithinOneMinute } from '@gudbro/supabase-local/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import { insertRow, makeBooking, makeProperty, makeRoom, type Property } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import {
  cancelOrder,
  listOrders,
  makeItem,
  orderArguments,
  placeOrder,
  placeOrderCall,
  type Subject,
  subjectOfBooking,
} from './support/order-calls.ts';
import {
  type Person,
  queryAs,
  runOnConnection,
  serviceRole,
  signUpMember,
  staysServer,
} from './support/people.ts';

const statuses = ['pending', 'confirmed', 'preparing', 'delivered', 'cancelled', 'rejected'];
const legal = [
  'pending confirmed',
  'confirmed preparing',
  'preparing delivered',
  'pending cancelled',
  'pending rejected',
  'confirmed rejected',
  'preparing rejected',
];
const steps = statuses.flatMap((from) =>
  statuses.filter((to) => to !== from).map((to): [string, string] => [from, to]),
);
const isLegal = ([from, to]: [string, string]) => legal.includes(`${from} ${to}`);

onNativePostgres('order steps', {}, (database) => {
  let property: Property;
  let guest: Subject;
  let staff: Person;
  let stranger: Person;

  beforeAll(async () => {
    property = await makeProperty(database());
    guest = subjectOfBooking(await makeBooking(database(), await makeRoom(database(), property)));
    staff = await signUpMember(database(), property.id, 'staff');
    stranger = await signUpMember(database(), (await makeProperty(database())).id, 'owner');
  });

  const makeOrder = async (status = 'pending'): Promise<string> => {
    const [booking] = await database().sql('select room_id from public.accom_bookings where id = $1', [
      guest.bookingId,
    ]);
    const row = await insertRow<{ id: string }>(database(), 'accom_service_orders', {
      property_id: property.id,
      room_id: booking?.['room_id'],
      booking_id: guest.bookingId,
      status,
      total: 0,
      currency: 'VND',
      reject_reason: status === 'rejected' ? 'Closed' : null,
    });
    return row.id;
  };
  const statusOf = async (id: string) => {
    const [row] = await database().sql('select status from public.accom_service_orders where id = $1', [id]);
    return row?.['status'];
  };
  const setStatus = (person: Person, id: string | null, status: string, reason: string | null = null) =>
    queryAs(database(), person, 'select public.set_order_status($1, $2::public.order_status, $3)', [
      id,
      status,
      reason,
    ]);

  it.each(steps.filter((step) => !isLegal(step)))(
    'an order cannot go from %s to %s, whoever writes it',
    async (from, to) => {
      const id = await makeOrder(from);
      const write = `update public.accom_service_orders set status = $2::public.order_status, reject_reason = 'No' where id = $1`;
      const refused = { code: 'PT409', message: 'illegal_step', detail: { from, to } };
      expect(await catchDatabaseError(database().sql(write, [id, to]))).toEqual(refused);
      expect((await catchDatabaseError(queryAs(database(), serviceRole, write, [id, to]))).code).toMatch(
        /PT409|42501/,
      );
      expect((await catchDatabaseError(setStatus(staff, id, to, 'No'))).message).toBe('illegal_step');
      expect(await statusOf(id)).toBe(from);
    },
  );

  it.each(steps.filter((step) => isLegal(step) && step[1] !== 'cancelled'))(
    'the desk can take an order from %s to %s, and the guest reads the new status',
    async (from, to) => {
      const id = await makeOrder(from);
      await setStatus(staff, id, to, 'No more noodles');
      expect(await statusOf(id)).toBe(to);
      expect(await listOrders(database(), guest, id)).toMatchObject({
        orders: [{ status: to, rejectReason: to === 'rejected' ? 'No more noodles' : null }],
      });
    },
  );

  it('a rejected order cannot be rejected again, so the reason that the guest has read stays', async () => {
    const id = await makeOrder();
    await setStatus(staff, id, 'rejected', 'No more noodles');
    expect(await catchDatabaseError(setStatus(staff, id, 'rejected', 'Closed'))).toMatchObject({
      message: 'illegal_step',
    });
    expect(await listOrders(database(), guest, id)).toMatchObject({
      orders: [{ rejectReason: 'No more noodles' }],
    });
  });

  it('only the guest can cancel an order, and only while it is pending', async () => {
    const id = await makeOrder();
    expect(await catchDatabaseError(setStatus(staff, id, 'cancelled'))).toMatchObject({
      message: 'illegal_step',
    });
    expect(await cancelOrder(database(), guest, id)).toMatchObject({
      ok: true,
      order: { status: 'cancelled' },
    });
    expect(await cancelOrder(database(), guest, id)).toMatchObject({
      ok: true,
      order: { status: 'cancelled' },
    });
    for (const from of ['confirmed', 'preparing', 'delivered', 'rejected']) {
      const other = await makeOrder(from);
      expect(await cancelOrder(database(), guest, other)).toEqual({
        ok: false,
        error: 'illegal_step',
        from,
        to: 'cancelled',
      });
    }
  });

  it.each([
    ['null', null],
    ['an empty text', ''],
    ['spaces only', '   '],
    ['a text that is too long', 'x'.repeat(501)],
  ])('an order cannot be rejected with %s as the reason', async (_, reason) => {
    const id = await makeOrder();
    expect(await catchDatabaseError(setStatus(staff, id, 'rejected', reason))).toMatchObject({
      code: 'PT400',
      detail: { reason: 'rejection_needs_a_reason' },
    });
    expect(await statusOf(id)).toBe('pending');
  });

  it('a member of another property gets the same not_found as for an unknown order', async () => {
    const unknown = await catchDatabaseError(setStatus(stranger, crypto.randomUUID(), 'confirmed'));
    expect(unknown).toMatchObject({ code: 'PT404', message: 'not_found' });
    expect(await catchDatabaseError(setStatus(stranger, await makeOrder(), 'confirmed'))).toEqual(unknown);
    expect(await catchDatabaseError(setStatus(staff, null, 'confirmed'))).toEqual(unknown);
  });

  describe('direct writes', () => {
    const writes: [string, string][] = [
      ['an insert of orders', `insert into public.accom_service_orders (property_id) values ($1)`],
      ['an update of orders', `update public.accom_service_orders set total = 0 where property_id = $1`],
      ['a delete of orders', 'delete from public.accom_service_orders where property_id = $1'],
      [
        'an update of order items',
        'update public.accom_service_order_items set unit_price = 0 where property_id = $1',
      ],
    ];
    it.each(writes)('the desk and the stays server have no grant for %s', async (_, write) => {
      for (const person of [staff, staysServer]) {
        expect((await catchDatabaseError(queryAs(database(), person, write, [property.id]))).code).toBe(
          '42501',
        );
      }
    });
  });
});

onNativePostgres('orders at the same time', {}, (database) => {
  const makeGuest = async () => {
    const property = await makeProperty(database());
    const item = await makeItem(database(), property);
    const booking = await makeBooking(database(), await makeRoom(database(), property));
    return { property, guest: subjectOfBooking(booking), items: [{ itemId: item.id, quantity: 2 }] };
  };
  const countOrders = async (guest: Subject) =>
    (await database().sql('select from public.accom_service_orders where booking_id = $1', [guest.bookingId]))
      .length;
  const placeOn = (connections: ReturnType<ReturnType<typeof database>['connect']>, values: unknown[]) =>
    runOnConnection(connections, staysServer, async (sql) => {
      const [row] = await sql.unsafe(
        `select ${placeOrderCall} as outcome`,
        // postgres.js accepts objects for jsonb, but its parameter type does not include them.
        values as never[],
      );
      return row?.['outcome'];
    });

  it('64 placements of one cart at the same time make one order', async () => {
    const { guest, items } = await makeGuest();
    const connections = database().connect({ max: 64 });
    const key = crypto.randomUUID();
    const outcomes = await Promise.all(
      Array.from({ length: 64 }, () => placeOn(connections, orderArguments(guest, { key, items }))),
    );
    expect(outcomes.filter(({ ok, replayed }) => ok && !replayed)).toHaveLength(1);
    expect(outcomes.filter(({ ok, replayed }) => ok && replayed)).toHaveLength(63);
    expect(new Set(outcomes.map(({ order }) => order.id)).size).toBe(1);
    expect(await countOrders(guest)).toBe(1);
  });

  it('of 32 carts of one guest at the same time ten are placed and 22 are limited', async () => {
    const connections = database().connect({ max: 32 });
    await runWithinOneMinute(database(), async () => {
      const { guest, items } = await makeGuest();
      const outcomes = await Promise.all(
        Array.from({ length: 32 }, () => placeOn(connections, orderArguments(guest, { items }))),
      );
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(10);
      expect(outcomes.filter(({ error }) => error === 'rate_limited')).toHaveLength(22);
      expect(await countOrders(guest)).toBe(10);
    });
  });

  it('when the guest cancels and the desk confirms at the same time, exactly one succeeds', async () => {
    const { property, guest, items } = await makeGuest();
    const desk = await signUpMember(database(), property.id, 'staff');
    const connections = database().connect({ max: 2 });
    for (let round = 0; round < 8; round += 1) {
      const { order } = await placeOrder(database(), guest, { items });
      const id = order?.id ?? '';
      const [cancelled, confirmed] = await Promise.allSettled([
        runOnConnection(connections, staysServer, async (sql) => {
          const [row] = await sql`select public.cancel_service_order(${sql.json(guest)}, ${id}) as outcome`;
          return row?.['outcome'].ok === true;
        }),
        runOnConnection(connections, desk, (sql) => sql`select public.set_order_status(${id}, 'confirmed')`),
      ]);
      const wasCancelled = cancelled.status === 'fulfilled' && cancelled.value;
      expect(wasCancelled).toBe(confirmed.status === 'rejected');
      expect(await listOrders(database(), guest, id)).toMatchObject({
        orders: [{ status: wasCancelled ? 'cancelled' : 'confirmed' }],
      });
    }
  });

  it('of 16 desks that confirm one order at the same time one does, and one entry of the history says so', async () => {
    const { property, guest, items } = await makeGuest();
    const desk = await signUpMember(database(), property.id, 'staff');
    const { order } = await placeOrder(database(), guest, { items });
    const id = order?.id ?? '';
    const connections = database().connect({ max: 16 });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 16 }, () =>
        runOnConnection(connections, desk, (sql) => sql`select public.set_order_status(${id}, 'confirmed')`),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const steps = await database().sql(
      `select from public.audit_log where row_id = $1 and action = 'changed'`,
      [id],
    );
    expect(steps).toHaveLength(1);
  });

  it('an order that waits for the removal of its item is told that the item is gone', async () => {
    const { guest, items } = await makeGuest();
    const [owner, guests] = [database().connect(), database().connect()];
    const removing = await owner.reserve();
    await removing`begin`;
    await removing`delete from public.accom_service_items where id = ${items[0]?.itemId ?? ''}`;
    // The order must wait for the removal; otherwise it would succeed.
    const placing = placeOn(guests, orderArguments(guest, { items }));
    await removing`commit`;
    removing.release();
    expect(await placing).toMatchObject({
      ok: false,
      error: 'item_unavailable',
      items: [{ itemId: items[0]?.itemId, problem: 'gone' }],
    });
  });

  it('the total of an order is the sum of its lines while the owner changes prices', async () => {
    const { property, items } = await makeGuest();
    const connections = database().connect({ max: 8 });
    const owner = database().connect();
    const prices = Array.from({ length: 60 }, (_, index) => 10_000 + index);
    const changePrices = async () => {
      for (const price of prices) await owner`update public.accom_service_items set price = ${price}`;
    };
    const guests = await Promise.all(
      Array.from({ length: 24 }, async () =>
        subjectOfBooking(await makeBooking(database(), await makeRoom(database(), property))),
      ),
    );
    await Promise.all([
      changePrices(),
      ...guests.map((guest) => placeOn(connections, orderArguments(guest, { items }))),
    ]);
    const sums = await database().sql(
      `select o.total, sum(i.total) as lines from public.accom_service_orders o
       join public.accom_service_order_items i on i.order_id = o.id
       where o.property_id = $1 group by o.id having o.total <> sum(i.total)`,
      [property.id],
    );
    expect(sums).toEqual([]);
    expect(
      await database().sql('select from public.accom_service_orders where property_id = $1', [property.id]),
    ).toHaveLength(24);
  });
});
