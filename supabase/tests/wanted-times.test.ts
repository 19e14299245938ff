import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Booking,
  makeBooking,
  makeProperty,
  makeRoom,
  makeSession,
  type Property,
} from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import {
  cancelOrder,
  listOrders,
  makeItem,
  placeOrder,
  subjectOfBooking,
  subjectOfSession,
} from './support/order-calls.ts';
import { queryAs, signUpMember } from './support/people.ts';

const hourMs = 3_600_000;
const inHours = (hours: number) => `${new Date(Date.now() + hours * hourMs).toISOString().slice(0, 19)}Z`;
const passed = { ok: false, error: 'conflict', reason: 'wanted_time_has_passed' };
const afterCheckOut = { ok: false, error: 'conflict', reason: 'wanted_time_is_after_check_out' };

onNativePostgres('the time for which an order is wanted', {}, (database) => {
  let property: Property;
  let lager: string;
  const makeStay = async (dates = {}) =>
    makeBooking(database(), await makeRoom(database(), property), { to: 3, ...dates });
  const order = (booking: Booking, wantedAt?: string, key = crypto.randomUUID()) =>
    placeOrder(database(), subjectOfBooking(booking), {
      key,
      items: [{ itemId: lager, quantity: 1 }],
      ...(wantedAt === undefined ? {} : { wantedAt }),
    });

  beforeAll(async () => {
    property = await makeProperty(database());
    lager = (await makeItem(database(), property)).id;
  });

  it('an order for now has no time, and one for later keeps it for the guest and the desk', async () => {
    const booking = await makeStay();
    const wantedAt = inHours(2);
    expect((await order(booking)).order?.wantedAt).toBeNull();
    const placed = (await order(booking, wantedAt)).order;
    expect(placed).toMatchObject({ wantedAt, roomNumber: expect.any(String), bed: null });
    expect(await listOrders(database(), subjectOfBooking(booking), placed?.id)).toEqual({
      ok: true,
      orders: [placed],
    });
    const desk = await signUpMember(database(), property.id, 'staff');
    const [row] = await queryAs<{ wanted_at: Date | string }>(
      database(),
      desk,
      'select wanted_at from public.accom_service_orders where id = $1',
      [placed?.id],
    );
    expect(new Date(row?.wanted_at ?? 0)).toEqual(new Date(wantedAt));
  });

  it('a time in the past is refused', async () => {
    const booking = await makeStay();
    expect(await order(booking, inHours(-1))).toEqual(passed);
    expect(await order(booking, '-infinity')).toEqual(passed);
  });

  it('a time after check-out is refused, and so is one after the end of a guest session', async () => {
    const booking = await makeStay();
    expect(await order(booking, inHours(24 * 5))).toEqual(afterCheckOut);
    expect(await order(booking, 'infinity')).toEqual(afterCheckOut);
    const session = await makeSession(database(), await makeRoom(database(), property), {
      expires_at: inHours(4),
    });
    const atHours = (hours: number) =>
      placeOrder(database(), subjectOfSession(property, session), {
        items: [{ itemId: lager, quantity: 1 }],
        wantedAt: inHours(hours),
      });
    expect(await atHours(3)).toMatchObject({ ok: true });
    expect(await atHours(5)).toEqual(afterCheckOut);
  });

  it('a refused time writes no order and leaves its key free for another try', async () => {
    const booking = await makeStay();
    const key = crypto.randomUUID();
    expect(await order(booking, inHours(-1), key)).toEqual(passed);
    expect(await listOrders(database(), subjectOfBooking(booking))).toEqual({ ok: true, orders: [] });
    expect(await order(booking, inHours(1), key)).toMatchObject({ ok: true, replayed: false });
  });

  it('the same cart for another time under the same key is a conflict, also when it was for now', async () => {
    const used = { ok: false, error: 'conflict', reason: 'key_was_used_for_another_order' };
    const booking = await makeStay();
    const [forLater, forNow] = [crypto.randomUUID(), crypto.randomUUID()];
    const wantedAt = inHours(2);
    const { order: first } = await order(booking, wantedAt, forLater);
    expect(await order(booking, inHours(3), forLater)).toEqual(used);
    expect(await order(booking, undefined, forLater)).toEqual(used);
    await order(booking, undefined, forNow);
    expect(await order(booking, wantedAt, forNow)).toEqual(used);
    const sameInstant = wantedAt.replace('Z', '+00');
    expect(await order(booking, sameInstant, forLater)).toMatchObject({ replayed: true, order: first });
  });

  it('a replay returns its order even if its time has passed since', async () => {
    const booking = await makeStay();
    const key = crypto.randomUUID();
    const wantedAt = inHours(1);
    await order(booking, wantedAt, key);
    await database().sql(
      `update public.accom_service_orders set wanted_at = now() - interval '1 hour' where booking_id = $1`,
      [booking.id],
    );
    expect(await order(booking, wantedAt, key)).toMatchObject({ ok: true, replayed: true });
  });

  it('another guest neither sees nor cancels an order that is wanted later', async () => {
    const [booking, other] = [await makeStay(), await makeStay()];
    const id = (await order(booking, inHours(2))).order?.id ?? '';
    const stranger = subjectOfBooking(other);
    expect(await listOrders(database(), stranger, id)).toEqual({ ok: false, error: 'not_found' });
    expect(await cancelOrder(database(), stranger, id)).toEqual({ ok: false, error: 'not_found' });
  });

  it('the bed of a dorm is told to the guest who sleeps in it', async () => {
    const dorm = await makeRoom(database(), property, { beds: ['1', '2'], room_number: 'D7' });
    const booking = await makeBooking(database(), dorm, { bed: '2' });
    expect((await order(booking)).order).toMatchObject({ roomNumber: 'D7', bed: '2' });
  });

  it('an item that is closed now can be ordered for when it is served, and not for when it is closed', async () => {
    const [hours] = await database().sql<{ opens: string; closes: string; open: string; closed: string }>(
      `select (here + interval '2 hours')::time::text as opens, (here + interval '3 hours')::time::text as closes,
         private.format_instant(now() + interval '2 hours 1 minute') as open,
         private.format_instant(now() + interval '3 hours 1 minute') as closed
       from (select now() at time zone 'Asia/Ho_Chi_Minh' as here) clock`,
    );
    const { id } = await makeItem(database(), property, {
      name: 'Beef phở',
      available_from: hours?.opens,
      available_to: hours?.closes,
    });
    const guest = subjectOfBooking(await makeStay());
    const items = [{ itemId: id, quantity: 1 }];
    const closed = { error: 'item_unavailable', items: [{ itemId: id, problem: 'closed' }] };
    expect(await placeOrder(database(), guest, { items })).toMatchObject(closed);
    expect(await placeOrder(database(), guest, { items, wantedAt: hours?.closed ?? '' })).toMatchObject(
      closed,
    );
    expect(await placeOrder(database(), guest, { items, wantedAt: hours?.open ?? '' })).toMatchObject({
      ok: true,
      order: { wantedAt: hours?.open },
    });
  });
});

onNativePostgres('the clock of the property for wanted times', {}, (database) => {
  // Wanted at the last second before check-out and at the first one after it, by the property's clock.
  const checkOuts: [string, string, string, string, string][] = [
    ['Asia/Ho_Chi_Minh', '12:00', '2026-03-10', '2026-03-10T05:00:00Z', '2026-03-10T05:00:01Z'],
    ['Pacific/Kiritimati', '00:00', '2026-03-10', '2026-03-09T10:00:00Z', '2026-03-09T10:00:01Z'],
    ['America/Los_Angeles', '23:59', '2026-03-10', '2026-03-11T06:59:00Z', '2026-03-11T06:59:01Z'],
    // Clocks go forward at 1:00 UTC on March 29, and back at 1:00 UTC on October 25.
    ['Europe/Lisbon', '11:00', '2026-03-28', '2026-03-28T11:00:00Z', '2026-03-28T11:00:01Z'],
    ['Europe/Lisbon', '11:00', '2026-03-29', '2026-03-29T10:00:00Z', '2026-03-29T10:00:01Z'],
    ['Europe/Lisbon', '11:00', '2026-10-25', '2026-10-25T11:00:00Z', '2026-10-25T11:00:01Z'],
  ];
  it.each(checkOuts)(
    'in %s, with check-out at %s on %s, an order can be wanted until then and not later',
    async (timezone, checkout_time, day, last, tooLate) => {
      const place = await makeProperty(database(), { timezone, checkout_time });
      const booking = await makeBooking(database(), await makeRoom(database(), place), {
        check_in_date: '2026-03-01',
        check_out_date: day,
      });
      const refusals = [];
      for (const wanted of [last, tooLate]) {
        const [row] = await database().sql(
          `select private.refuse_wanted_time($2::timestamptz, private.leaves_at(b, null, p), '2026-03-01T12:00:00Z') as refusal
           from public.accom_bookings b join public.accom_properties p on p.id = b.property_id where b.id = $1`,
          [booking.id, wanted],
        );
        refusals.push(row?.['refusal']);
      }
      expect(refusals).toEqual([null, afterCheckOut]);
    },
  );

  describe.each([
    // Breakfast from 6:30 to 10:00 by the clock of the place, on the days its clocks change.
    [
      'Europe/Lisbon',
      '2026-03-29T05:29:59Z',
      '2026-03-29T05:30:00Z',
      '2026-03-29T08:59:59Z',
      '2026-03-29T09:00:00Z',
    ],
    [
      'Europe/Lisbon',
      '2026-10-25T06:29:59Z',
      '2026-10-25T06:30:00Z',
      '2026-10-25T09:59:59Z',
      '2026-10-25T10:00:00Z',
    ],
    [
      'Asia/Ho_Chi_Minh',
      '2026-03-09T23:29:59Z',
      '2026-03-09T23:30:00Z',
      '2026-03-10T02:59:59Z',
      '2026-03-10T03:00:00Z',
    ],
  ])('breakfast in %s', (timezone, ...instants) => {
    it('breakfast can be wanted while it is served by the clock of the place, on the day the clocks change too', async () => {
      const place = await makeProperty(database(), { timezone });
      const item = await makeItem(database(), place, { available_from: '06:30', available_to: '10:00' });
      const problems = [];
      for (const at of instants) {
        const [row] = await database().sql(
          `select c.problem from public.accom_properties p, private.price_cart(p, $2::jsonb, $3::timestamptz) c where p.id = $1`,
          [place.id, [{ itemId: item.id, quantity: 1 }], at],
        );
        problems.push(row?.['problem']);
      }
      expect(problems).toEqual(['closed', null, null, 'closed']);
    });
  });
});
