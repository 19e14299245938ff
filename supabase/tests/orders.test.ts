import { beforeAll, describe, expect, it } from 'vitest';
import { inOneMinute } from './support/in-one-minute.ts';
import {
  type Booking,
  makeBooking,
  makeProperty,
  makeRoom,
  makeSession,
  type Property,
} from './support/make-place.ts';
import { onEachEngine } from './support/on-each-engine.ts';
import {
  cancelOrder,
  guestOf,
  listOrders,
  makeItem,
  placeOrder,
  type Subject,
  walkInOf,
} from './support/order-calls.ts';

const limited = { ok: false, error: 'rate_limited', locked: false, retryAfterSeconds: expect.any(Number) };

onEachEngine('a guest who orders', {}, (database) => {
  let property: Property;
  let lager: string;
  let coconut: string;
  const makeStay = async (columns: Parameters<typeof makeBooking>[2] = {}): Promise<Booking> =>
    makeBooking(database(), await makeRoom(database(), property), columns);
  const makeGuest = async (): Promise<Subject> => guestOf(await makeStay());
  const readRows = (bookingId: string | undefined) =>
    database().sql('select status from public.accom_service_orders where booking_id = $1', [bookingId]);

  beforeAll(async () => {
    property = await makeProperty(database());
    lager = (await makeItem(database(), property)).id;
    coconut = (
      await makeItem(database(), property, { name: 'Fresh coconut', price: 35_000, max_quantity: 3 })
    ).id;
  });

  it('pays the price of the house, whatever the wish says it costs', async () => {
    const booking = await makeStay();
    const items = [
      { itemId: lager, quantity: 2, price: 1, unitPriceMinor: 1, name: 'Free beer' },
      { itemId: coconut, quantity: 1 },
    ];
    const answer = await placeOrder(database(), guestOf(booking), { items, notes: 'Cold' });
    expect(answer).toMatchObject({ ok: true, replayed: false });
    expect(answer.order).toMatchObject({
      status: 'pending',
      totalMinor: 95_000,
      currency: 'VND',
      notes: 'Cold',
      items: [
        { itemId: lager, name: 'Local lager', quantity: 2, unitPriceMinor: 30_000, totalMinor: 60_000 },
        { itemId: coconut, name: 'Fresh coconut', quantity: 1, unitPriceMinor: 35_000, totalMinor: 35_000 },
      ],
    });
    const rows = await database().sql(
      'select property_id, room_id, booking_id, guest_session_id from public.accom_service_orders where booking_id = $1',
      [booking.id],
    );
    expect(rows).toEqual([
      {
        property_id: property.id,
        room_id: booking['room_id'],
        booking_id: booking.id,
        guest_session_id: null,
      },
    ]);
  });

  it('may have come without a booking', async () => {
    const session = await makeSession(database(), await makeRoom(database(), property));
    const guest = walkInOf(property, session);
    const { order } = await placeOrder(database(), guest, { items: [{ itemId: lager, quantity: 1 }] });
    expect(await listOrders(database(), guest)).toEqual({ ok: true, orders: [order] });
    await database().sql('update public.guest_sessions set active = false where id = $1', [session.id]);
    expect(await listOrders(database(), guest)).toEqual({ ok: false, error: 'session_expired' });
  });

  it('keeps the name and the price it was ordered at, also when the item is gone', async () => {
    const guest = await makeGuest();
    const tea = await makeItem(database(), property, { name: 'Lotus tea', price: 20_000 });
    const { order } = await placeOrder(database(), guest, { items: [{ itemId: tea.id, quantity: 2 }] });
    await database().sql(`update public.accom_service_items set name = 'Tea', price = 99000 where id = $1`, [
      tea.id,
    ]);
    expect(await listOrders(database(), guest)).toEqual({ ok: true, orders: [order] });
    await database().sql('delete from public.accom_service_items where id = $1', [tea.id]);
    const items = [
      { itemId: null, name: 'Lotus tea', quantity: 2, unitPriceMinor: 20_000, totalMinor: 40_000 },
    ];
    expect(await listOrders(database(), guest, order?.id)).toMatchObject({
      orders: [{ totalMinor: 40_000, items }],
    });
  });

  it('counts the same item on two lines as one wish, and its limit for both', async () => {
    const twice = (quantity: number) => [
      { itemId: coconut, quantity },
      { itemId: coconut, quantity: 1 },
    ];
    const { order } = await placeOrder(database(), await makeGuest(), { items: twice(2) });
    expect(order?.items).toMatchObject([{ quantity: 3, totalMinor: 105_000 }]);
    expect(await placeOrder(database(), await makeGuest(), { items: twice(3) })).toMatchObject({
      error: 'item_unavailable',
      items: [{ itemId: coconut, problem: 'too_many', maxQuantity: 3 }],
    });
  });

  it('may order for more than a 32-bit number holds', async () => {
    const yacht = await makeItem(database(), property, {
      name: 'Yacht',
      price: 1_000_000_000,
      max_quantity: 99,
    });
    const items = [{ itemId: yacht.id, quantity: 99 }];
    const { order } = await placeOrder(database(), await makeGuest(), { items, expected: 99_000_000_000 });
    expect(order?.totalMinor).toBe(99_000_000_000);
  });

  it('is asked about another total, and nothing is written', async () => {
    const guest = await makeGuest();
    const wish = { key: crypto.randomUUID(), items: [{ itemId: lager, quantity: 1 }] };
    expect(await placeOrder(database(), guest, { ...wish, expected: 29_000 })).toEqual({
      ok: false,
      error: 'conflict',
      reason: 'total_changed',
      totalMinor: 30_000,
    });
    expect(await readRows(guest.bookingId)).toEqual([]);
    expect(await placeOrder(database(), guest, { ...wish, expected: 30_000 })).toMatchObject({
      ok: true,
      replayed: false,
    });
  });

  it('is told by name what cannot be had: what the house took off, and nothing of another house', async () => {
    const other = await makeItem(database(), await makeProperty(database()), { name: 'Secret soup' });
    const [later] = await database().sql(
      `select (here + interval '2 hours')::time::text as available_from, (here + interval '3 hours')::time::text as available_to
       from (select now() at time zone 'Asia/Ho_Chi_Minh' as here) clock`,
    );
    const [off, soldOut, closed] = await Promise.all([
      makeItem(database(), property, { name: 'Old pie', is_active: false }),
      makeItem(database(), property, { name: 'Congee', is_sold_out: true }),
      makeItem(database(), property, { name: 'Ghost toast', ...later }),
    ]);
    const { id: hidden } = await makeItem(database(), property, { name: 'Winter menu' });
    await database().sql(
      'update public.accom_service_categories set is_active = false where id = (select category_id from public.accom_service_items where id = $1)',
      [hidden],
    );
    const asked = [off.id, hidden, other.id, soldOut.id, closed.id, lager];
    const guest = await makeGuest();
    const answer = await placeOrder(database(), guest, {
      items: asked.map((itemId) => ({ itemId, quantity: 1 })),
    });
    expect(answer).toEqual({
      ok: false,
      error: 'item_unavailable',
      items: [
        { itemId: off.id, name: 'Old pie', problem: 'gone', maxQuantity: 20 },
        { itemId: hidden, name: 'Winter menu', problem: 'gone', maxQuantity: 20 },
        { itemId: other.id, name: '', problem: 'gone', maxQuantity: null },
        { itemId: soldOut.id, name: 'Congee', problem: 'sold_out', maxQuantity: 20 },
        { itemId: closed.id, name: 'Ghost toast', problem: 'closed', maxQuantity: 20 },
      ],
    });
    expect(await readRows(guest.bookingId)).toEqual([]);
  });

  const anItem = '00000000-0000-4000-8000-000000000000';
  it.each([
    ['nothing', null],
    ['no list', { itemId: anItem, quantity: 1 }],
    ['an empty list', []],
    ['a list of nothing', [null]],
    ['words', ['lager']],
    ['no id', [{ quantity: 1 }]],
    ['an id that is none', [{ itemId: "x' or true", quantity: 1 }]],
    ['no quantity', [{ itemId: anItem }]],
    ['none of it', [{ itemId: anItem, quantity: 0 }]],
    ['less than none', [{ itemId: anItem, quantity: -1 }]],
    ['half of it', [{ itemId: anItem, quantity: 0.5 }]],
    ['too much of it', [{ itemId: anItem, quantity: 100 }]],
    ['a quantity in words', [{ itemId: anItem, quantity: '1' }]],
    ['a quantity past any number', [{ itemId: anItem, quantity: 1e30 }]],
    ['too many lines', Array.from({ length: 51 }, () => ({ itemId: anItem, quantity: 1 }))],
  ])('is refused with %s for a cart', async (_, items) => {
    expect(await placeOrder(database(), await makeGuest(), { items })).toEqual({
      ok: false,
      error: 'invalid_request',
    });
  });

  it.each([
    ['a short key', { key: 'short' }],
    ['a long key', { key: 'x'.repeat(101) }],
    ['a note that is too long', { notes: 'x'.repeat(501) }],
  ])('is refused with %s', async (_, more) => {
    const wish = { items: [{ itemId: lager, quantity: 1 }], ...more };
    expect(await placeOrder(database(), await makeGuest(), wish)).toEqual({
      ok: false,
      error: 'invalid_request',
    });
  });

  describe('under one key', () => {
    it('places once: the same wish is answered with the order, as it is by then', async () => {
      const guest = await makeGuest();
      const wish = { key: crypto.randomUUID(), items: [{ itemId: lager, quantity: 1 }], notes: 'Cold' };
      const { order } = await placeOrder(database(), guest, wish);
      await cancelOrder(database(), guest, order?.id ?? '');
      const replay = await placeOrder(database(), guest, { ...wish, expected: 1 });
      expect(replay).toMatchObject({
        ok: true,
        replayed: true,
        order: { id: order?.id, status: 'cancelled' },
      });
      expect(await readRows(guest.bookingId)).toHaveLength(1);
    });

    it('is answered with the order although the item has sold out since, and after check-out', async () => {
      const guest = await makeGuest();
      const cake = await makeItem(database(), property, { name: 'Last cake' });
      const wish = { key: crypto.randomUUID(), items: [{ itemId: cake.id, quantity: 1 }] };
      await placeOrder(database(), guest, wish);
      await database().sql('update public.accom_service_items set is_sold_out = true where id = $1', [
        cake.id,
      ]);
      expect(await placeOrder(database(), guest, wish)).toMatchObject({ ok: true, replayed: true });
      await database().sql(`update public.accom_bookings set status = 'checked_out' where id = $1`, [
        guest.bookingId,
      ]);
      expect(await placeOrder(database(), guest, wish)).toMatchObject({ ok: true, replayed: true });
    });

    it('refuses another wish', async () => {
      const guest = await makeGuest();
      const key = crypto.randomUUID();
      const items = [{ itemId: lager, quantity: 1 }];
      await placeOrder(database(), guest, { key, items });
      const used = { ok: false, error: 'conflict', reason: 'key_was_used_for_another_order' };
      expect(await placeOrder(database(), guest, { key, items: [{ itemId: lager, quantity: 2 }] })).toEqual(
        used,
      );
      expect(await placeOrder(database(), guest, { key, items, notes: 'Cold' })).toEqual(used);
    });

    it('is another guest’s own', async () => {
      const wish = { key: crypto.randomUUID(), items: [{ itemId: lager, quantity: 1 }] };
      const outcomes = [
        await placeOrder(database(), await makeGuest(), wish),
        await placeOrder(database(), await makeGuest(), wish),
      ];
      expect(outcomes).toMatchObject([{ replayed: false }, { replayed: false }]);
    });
  });

  it('places ten orders a minute, and replays are free', async () => {
    await inOneMinute(database(), async () => {
      const guest = await makeGuest();
      const wish = { key: crypto.randomUUID(), items: [{ itemId: lager, quantity: 1 }] };
      await placeOrder(database(), guest, wish);
      for (let order = 1; order < 10; order += 1) {
        expect(await placeOrder(database(), guest, { ...wish, key: crypto.randomUUID() })).toMatchObject({
          ok: true,
        });
      }
      expect(await placeOrder(database(), guest, { ...wish, key: crypto.randomUUID() })).toEqual(limited);
      expect(await placeOrder(database(), guest, wish)).toMatchObject({ ok: true, replayed: true });
      expect(await placeOrder(database(), await makeGuest(), wish)).toMatchObject({ ok: true });
    });
  });

  it('finds no order of another guest, and cancels none', async () => {
    const [guest, other] = [await makeGuest(), await makeGuest()];
    const { order } = await placeOrder(database(), guest, { items: [{ itemId: lager, quantity: 1 }] });
    const id = order?.id ?? '';
    expect(await listOrders(database(), other)).toEqual({ ok: true, orders: [] });
    for (const unknown of [id, crypto.randomUUID()]) {
      expect(await listOrders(database(), other, unknown)).toEqual({ ok: false, error: 'not_found' });
      expect(await cancelOrder(database(), other, unknown)).toEqual({ ok: false, error: 'not_found' });
    }
    expect(await readRows(guest.bookingId)).toEqual([{ status: 'pending' }]);
  });

  it.each([
    ['pending', { ok: true }, { error: 'illegal_step', reason: 'stay_is_not_confirmed' }],
    ['checked_in', { ok: true }, { ok: true }],
    ['checked_out', { ok: true }, { error: 'stay_ended' }],
    ['cancelled', { error: 'session_expired' }, { error: 'session_expired' }],
    ['no_show', { error: 'session_expired' }, { error: 'session_expired' }],
  ])('whose booking is %s reads and orders as that allows', async (status, reading, ordering) => {
    const guest = guestOf(await makeStay({ status }));
    expect(await listOrders(database(), guest)).toMatchObject(reading);
    expect(await placeOrder(database(), guest, { items: [{ itemId: lager, quantity: 1 }] })).toMatchObject(
      ordering,
    );
  });

  // The hour a bar opens at six and closes at two, by each house's own clock: the last closed instant and the first open one, twice.
  const bars: [string, string, string, string, string][] = [
    [
      'Asia/Ho_Chi_Minh',
      '2026-03-10T10:59:59Z',
      '2026-03-10T11:00:00Z',
      '2026-03-10T18:59:59Z',
      '2026-03-10T19:00:00Z',
    ],
    [
      'America/Los_Angeles',
      '2026-03-11T00:59:59Z',
      '2026-03-11T01:00:00Z',
      '2026-03-11T08:59:59Z',
      '2026-03-11T09:00:00Z',
    ],
    [
      'Pacific/Kiritimati',
      '2026-03-10T03:59:59Z',
      '2026-03-10T04:00:00Z',
      '2026-03-10T11:59:59Z',
      '2026-03-10T12:00:00Z',
    ],
    [
      'Asia/Kathmandu',
      '2026-03-10T12:14:59Z',
      '2026-03-10T12:15:00Z',
      '2026-03-10T20:14:59Z',
      '2026-03-10T20:15:00Z',
    ],
  ];
  it.each(bars)('is served past midnight by the clock of %s', async (timezone, ...instants) => {
    const house = await makeProperty(database(), { timezone });
    const item = await makeItem(database(), house, { available_from: '18:00', available_to: '02:00' });
    const problems = [];
    for (const at of instants) {
      const [row] = await database().sql(
        `select c.problem from public.accom_properties p, private.price_cart(p, $2::jsonb, $3::timestamptz) c where p.id = $1`,
        [house.id, [{ itemId: item.id, quantity: 1 }], at],
      );
      problems.push(row?.['problem']);
    }
    expect(problems).toEqual(['closed', null, null, 'closed']);
  });
});
