import { defaultOrdersPaid, orderSettingsSchema, propertyTypes } from '@gudbro/domain';
import { beforeAll, expect, it } from 'vitest';
import { parseDatabaseError } from './support/database-error.ts';
import { callAsStaysServer } from './support/guest-calls.ts';
import { makeBooking, makeProperty, makeRoom, type Property } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { subjectOfBooking } from './support/order-calls.ts';
import { queryAs, signUpMember } from './support/people.ts';

onNativePostgres('what a property tells its guests about orders', {}, (database) => {
  let property: Property;

  beforeAll(async () => {
    property = await makeProperty(database());
  });

  const changeAs = async (role: 'manager' | 'staff', column: string, value: unknown) => {
    const person = await signUpMember(database(), property.id, role);
    return queryAs(
      database(),
      person,
      `update public.accom_properties set ${column} = $2 where id = $1 returning id`,
      [property.id, value],
    );
  };
  const isTaken = async (column: string, value: unknown) => {
    try {
      return (await changeAs('manager', column, value)).length === 1;
    } catch (error) {
      const { code } = parseDatabaseError(error);
      if (code === '23514') return false;
      throw error;
    }
  };

  it.each([
    ['orders_arrive_minutes', null, true],
    ['orders_arrive_minutes', 5, true],
    ['orders_arrive_minutes', 240, true],
    ['orders_arrive_minutes', 4, false],
    ['orders_arrive_minutes', 0, false],
    ['orders_arrive_minutes', -30, false],
    ['orders_arrive_minutes', 241, false],
    ['orders_paid', null, true],
    ['orders_paid', 'room_bill', true],
    ['orders_paid', 'on_delivery', true],
    ['orders_paid', 'included', true],
    ['orders_paid', '', false],
    ['orders_paid', 'ROOM_BILL', false],
    ['orders_paid', 'later', false],
  ])('the table and zod agree on %s = %j', async (column, value, isValid) => {
    const settings = { orders_arrive_minutes: null, orders_paid: null, [column]: value };
    expect(await isTaken(column, value)).toBe(isValid);
    expect(orderSettingsSchema.safeParse(settings).success).toBe(isValid);
  });

  it.each([
    [1, 2, true],
    [5, 480, true],
    [0, 10, false],
    [10, 10, false],
    [20, 10, false],
    [5, 481, false],
  ])(
    'that an order is slow after %i minutes and late after %i is allowed: %s',
    async (slow, late, isAllowed) => {
      const change = database().sql(
        'update public.accom_properties set orders_slow_minutes = $2, orders_late_minutes = $3 where id = $1',
        [property.id, slow, late],
      );
      const code = await change.then(
        () => null,
        (error) => parseDatabaseError(error).code,
      );
      expect(code).toBe(isAllowed ? null : '23514');
    },
  );

  it('staff cannot change what guests are told about orders', async () => {
    expect(await changeAs('staff', 'orders_paid', 'included')).toEqual([]);
    expect(await changeAs('staff', 'orders_arrive_minutes', 90)).toEqual([]);
    expect(await changeAs('staff', 'orders_slow_minutes', 1)).toEqual([]);
  });

  it.each(propertyTypes)(
    'a new %s tells how it is paid as its type does in SQL and in TypeScript, and no time',
    async (type) => {
      const made = await makeProperty(database(), { type });
      expect([made['orders_paid'], made['orders_arrive_minutes']]).toEqual([defaultOrdersPaid(type), null]);
    },
  );

  it('a new property keeps the way of paying that it is given', async () => {
    const made = await makeProperty(database(), { type: 'hotel', orders_paid: 'included' });
    expect(made['orders_paid']).toBe('included');
  });

  it('an owner who wants to tell nothing is not given the default again', async () => {
    const { id } = await makeProperty(database(), { type: 'hotel' });
    const [row] = await database().sql(
      `update public.accom_properties set orders_paid = null, timezone = 'UTC' where id = $1 returning orders_paid`,
      [id],
    );
    expect(row).toEqual({ orders_paid: null });
  });

  it('a guest reads the time, the way of paying, the bed and when the stay ends', async () => {
    const hostel = await makeProperty(database(), {
      type: 'hostel',
      timezone: 'Europe/Lisbon',
      checkout_time: '11:00',
      orders_arrive_minutes: 15,
    });
    const dorm = await makeRoom(database(), hostel, { beds: ['1', '2'] });
    const booking = await makeBooking(database(), dorm, { bed: '2' });
    const [day] = await database().sql<{ leaves: string }>(
      `select private.format_instant((check_out_date + time '11:00') at time zone 'Europe/Lisbon') as leaves
       from public.accom_bookings where id = $1`,
      [booking.id],
    );
    const own = await callAsStaysServer(database(), 'public.get_own_stay($1::jsonb)', [
      subjectOfBooking(booking),
    ]);
    expect(own).toMatchObject({
      property: { ordersArriveMinutes: 15, ordersPaid: 'on_delivery' },
      booking: { bed: '2' },
      leavesAt: day?.leaves,
    });
  });
});
