import { runWithinOneMinute } from '@gudbro/supabase-local/testing';
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
  type Subject,
  subjectOfBooking,
  subjectOfSession,
} from './support/order-calls.ts';

const limited = { ok: false, error: 'rate_limited', locked: false, retryAfterSeconds: expect.any(Number) };

onNativePostgres('placing orders', {}, (database) => {
  let property: Property;
  let lager: string;
  let coconut: string;
  const makeStay = async (columns: Parameters<typeof makeBooking>[2] = {}): Promise<Booking> =>
    makeBooking(database(), await makeRoom(database(), property), columns);
  const makeGuest = async (): Promise<Subject> => subjectOfBooking(await makeStay());
  const readRows = (bookingId: string | undefined) =>
    database().sql('select status from public.accom_service_orders where booking_id = $1', [bookingId]);

  beforeAll(async () => {
    property = await makeProperty(database());
    lager = (await makeItem(database(), property)).id;
    coconut = (
      await makeItem(database(), property, { name: 'Fresh coconut', price: 35_000, max_quantity: 3 })
    ).id;
  });

  it('an order takes its prices from the catalogue, whatever prices the client sends', async () => {
    const booking = await makeStay();
    const items = [
      { itemId: lager, quantity: 2, price: 1, unitPriceMinor: 1, name: 'Free beer' },
      { itemId: coconut, quantity: 1 },
    ];
    const outcome = await placeOrder(database(), subjectOfBooking(booking), { items, notes: 'Cold' });
    expect(outcome).toMatchObject({ ok: true, replayed: false });
    expect(outcome.order).toMatchObject({
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

  it('a guest session can place an order, and lists it until the session ends', async () => {
    const session = await makeSession(database(), await makeRoom(database(), property));
    const guest = subjectOfSession(property, session);
    const { order } = await placeOrder(database(), guest, { items: [{ itemId: lager, quantity: 1 }] });
    expect(await listOrders(database(), guest)).toEqual({ ok: true, orders: [order] });
    await database().sql('update public.guest_sessions set active = false where id = $1', [session.id]);
    expect(await listOrders(database(), guest)).toEqual({ ok: false, error: 'session_expired' });
  });

  it('an order keeps its name and price when the item is changed or deleted', async () => {
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

  it('the same item on two lines becomes one line, and its largest quantity counts for both', async () => {
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

  it('the total of an order may exceed a 32-bit number', async () => {
    const yacht = await makeItem(database(), property, {
      name: 'Yacht',
      price: 1_000_000_000,
      max_quantity: 99,
    });
    const items = [{ itemId: yacht.id, quantity: 99 }];
    const { order } = await placeOrder(database(), await makeGuest(), { items, expected: 99_000_000_000 });
    expect(order?.totalMinor).toBe(99_000_000_000);
  });

  it('an order with another total than expected is refused with the new total, and nothing is written', async () => {
    const guest = await makeGuest();
    const request = { key: crypto.randomUUID(), items: [{ itemId: lager, quantity: 1 }] };
    expect(await placeOrder(database(), guest, { ...request, expected: 29_000 })).toEqual({
      ok: false,
      error: 'conflict',
      reason: 'total_changed',
      totalMinor: 30_000,
    });
    expect(await readRows(guest.bookingId)).toEqual([]);
    expect(await placeOrder(database(), guest, { ...request, expected: 30_000 })).toMatchObject({
      ok: true,
      replayed: false,
    });
  });

  it('unavailable items are named with their problem, except an item of another property, which has no name', async () => {
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
    const itemIds = [off.id, hidden, other.id, soldOut.id, closed.id, lager];
    const guest = await makeGuest();
    const outcome = await placeOrder(database(), guest, {
      items: itemIds.map((itemId) => ({ itemId, quantity: 1 })),
    });
    expect(outcome).toEqual({
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
    ['null', null],
    ['an object', { itemId: anItem, quantity: 1 }],
    ['an empty list', []],
    ['a list with null in it', [null]],
    ['a list with a text in it', ['lager']],
    ['an item without an id', [{ quantity: 1 }]],
    ['an id that is not a uuid', [{ itemId: "x' or true", quantity: 1 }]],
    ['an item without a quantity', [{ itemId: anItem }]],
    ['a quantity of zero', [{ itemId: anItem, quantity: 0 }]],
    ['a negative quantity', [{ itemId: anItem, quantity: -1 }]],
    ['a quantity of one half', [{ itemId: anItem, quantity: 0.5 }]],
    ['a quantity of 100', [{ itemId: anItem, quantity: 100 }]],
    ['a quantity as text', [{ itemId: anItem, quantity: '1' }]],
    ['a quantity of 1e30', [{ itemId: anItem, quantity: 1e30 }]],
    ['51 lines', Array.from({ length: 51 }, () => ({ itemId: anItem, quantity: 1 }))],
  ])('place_service_order refuses %s as the cart', async (_, items) => {
    expect(await placeOrder(database(), await makeGuest(), { items })).toEqual({
      ok: false,
      error: 'invalid_request',
    });
  });

  it.each([
    ['a key that is too short', { key: 'short' }],
    ['a key that is too long', { key: 'x'.repeat(101) }],
    ['a note that is too long', { notes: 'x'.repeat(501) }],
  ])('place_service_order refuses %s', async (_, more) => {
    const request = { items: [{ itemId: lager, quantity: 1 }], ...more };
    expect(await placeOrder(database(), await makeGuest(), request)).toEqual({
      ok: false,
      error: 'invalid_request',
    });
  });

  describe('orders under one key', () => {
    it('the same cart under the same key returns the first order with its current status', async () => {
      const guest = await makeGuest();
      const request = { key: crypto.randomUUID(), items: [{ itemId: lager, quantity: 1 }], notes: 'Cold' };
      const { order } = await placeOrder(database(), guest, request);
      await cancelOrder(database(), guest, order?.id ?? '');
      const replay = await placeOrder(database(), guest, { ...request, expected: 1 });
      expect(replay).toMatchObject({
        ok: true,
        replayed: true,
        order: { id: order?.id, status: 'cancelled' },
      });
      expect(await readRows(guest.bookingId)).toHaveLength(1);
    });

    it('a replay returns its order even if the item has sold out or the guest has checked out since', async () => {
      const guest = await makeGuest();
      const cake = await makeItem(database(), property, { name: 'Last cake' });
      const request = { key: crypto.randomUUID(), items: [{ itemId: cake.id, quantity: 1 }] };
      await placeOrder(database(), guest, request);
      await database().sql('update public.accom_service_items set is_sold_out = true where id = $1', [
        cake.id,
      ]);
      expect(await placeOrder(database(), guest, request)).toMatchObject({ ok: true, replayed: true });
      await database().sql(`update public.accom_bookings set status = 'checked_out' where id = $1`, [
        guest.bookingId,
      ]);
      expect(await placeOrder(database(), guest, request)).toMatchObject({ ok: true, replayed: true });
    });

    it('another cart or note under the same key is refused', async () => {
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

    it('two guests can use the same key for orders of their own', async () => {
      const request = { key: crypto.randomUUID(), items: [{ itemId: lager, quantity: 1 }] };
      const outcomes = [
        await placeOrder(database(), await makeGuest(), request),
        await placeOrder(database(), await makeGuest(), request),
      ];
      expect(outcomes).toMatchObject([{ replayed: false }, { replayed: false }]);
    });
  });

  it('a guest may place ten orders a minute, and a replay is not counted', async () => {
    await runWithinOneMinute(database(), async () => {
      const guest = await makeGuest();
      const request = { key: crypto.randomUUID(), items: [{ itemId: lager, quantity: 1 }] };
      await placeOrder(database(), guest, request);
      for (let order = 1; order < 10; order += 1) {
        expect(await placeOrder(database(), guest, { ...request, key: crypto.randomUUID() })).toMatchObject({
          ok: true,
        });
      }
      expect(await placeOrder(database(), guest, { ...request, key: crypto.randomUUID() })).toEqual(limited);
      expect(await placeOrder(database(), guest, request)).toMatchObject({ ok: true, replayed: true });
      expect(await placeOrder(database(), await makeGuest(), request)).toMatchObject({ ok: true });
    });
  });

  it('a guest can neither read nor cancel an order of another guest', async () => {
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
  ])(
    'a guest whose booking is %s may read and place orders as far as that status allows',
    async (status, reading, ordering) => {
      const guest = subjectOfBooking(await makeStay({ status }));
      expect(await listOrders(database(), guest)).toMatchObject(reading);
      expect(await placeOrder(database(), guest, { items: [{ itemId: lager, quantity: 1 }] })).toMatchObject(
        ordering,
      );
    },
  );

  // Hours from 18:00 to 02:00 by each property's clock: the last closed and the first open instant, then the last open and the first closed one.
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
  it.each(bars)(
    'an item that is served past midnight opens and closes by the property’s clock, in %s',
    async (timezone, ...instants) => {
      const bar = await makeProperty(database(), { timezone });
      const item = await makeItem(database(), bar, { available_from: '18:00', available_to: '02:00' });
      const problems = [];
      for (const at of instants) {
        const [row] = await database().sql(
          `select c.problem from public.accom_properties p, private.price_cart(p, $2::jsonb, $3::timestamptz) c where p.id = $1`,
          [bar.id, [{ itemId: item.id, quantity: 1 }], at],
        );
        problems.push(row?.['problem']);
      }
      expect(problems).toEqual(['closed', null, null, 'closed']);
    },
  );
});
