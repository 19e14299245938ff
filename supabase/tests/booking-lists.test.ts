import { beforeAll, describe, expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import { insertRow, makeBooking, makeProperty, makeRoom, type Property } from './support/make-property.ts';
import { makeRoomType } from './support/make-room-type.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { type Person, queryAs, signUpMember } from './support/people.ts';

type Listed = {
  id: string;
  code: string;
  guestName: string;
  checkIn: string;
  checkOut: string;
  createdAt: string;
};

onNativePostgres('the lists of bookings', {}, (database) => {
  let property: Property;
  let staff: Person & { accountId: string };
  const nameOf = new Map<string, string>();

  const list = async (args: Record<string, unknown> = {}): Promise<Listed[]> => {
    const named = ['property_id', ...Object.keys(args)].map((key, index) => `${key} => $${index + 1}`);
    const [row] = await queryAs<{ found: { bookings: Listed[] } }>(
      database(),
      staff,
      `select public.list_bookings(${named.join(', ')}) as found`,
      [property.id, ...Object.values(args)],
    );
    return row?.found.bookings ?? [];
  };
  const names = (rows: { id: string }[]) => rows.map(({ id }) => nameOf.get(id));

  beforeAll(async () => {
    property = await makeProperty(database(), { short_code: 'LAN' });
    staff = await signUpMember(database(), property.id, 'staff');
    const stays: [name: string, from: number, to: number, status: string][] = [
      ['arrives today', 0, 2, 'confirmed'],
      ['asks for today', 0, 1, 'pending'],
      ['is late since yesterday', -1, 2, 'confirmed'],
      ['is late since last week', -8, 2, 'confirmed'],
      ['is in house', -1, 2, 'checked_in'],
      ['leaves today', -1, 0, 'checked_in'],
      ['should have left', -3, -1, 'checked_in'],
      ['comes tomorrow', 1, 3, 'confirmed'],
      ['comes next month', 30, 33, 'pending'],
      ['left', -5, -2, 'checked_out'],
      ['left before its time', -1, 4, 'checked_out'],
      ['never arrived', -9, -8, 'confirmed'],
      ['cancelled', 3, 5, 'cancelled'],
      ['did not come', -2, -1, 'no_show'],
    ];
    for (const [name, from, to, status] of stays) {
      const room = await makeRoom(database(), property);
      const booking = await makeBooking(database(), room, {
        from,
        to,
        status,
        guest_name: `Guest who ${name}`,
      });
      nameOf.set(booking.id, name);
    }
  });

  it.each([
    ['arriving', ['is late since yesterday', 'arrives today', 'asks for today']],
    ['requested', ['asks for today', 'comes next month']],
    ['in_house', ['should have left', 'leaves today', 'is in house']],
    ['leaving', ['should have left', 'leaves today']],
    ['coming', ['comes tomorrow', 'comes next month']],
    ['past', ['left before its time', 'left', 'never arrived']],
    ['cancelled', ['cancelled', 'did not come']],
    ['no such view', []],
  ])('the view %s has exactly its bookings', async (view, expected) => {
    const found = names(await list({ view }));
    expect(found.toSorted()).toEqual(expected.toSorted());
  });

  it('without a view all are listed, those that were made last first', async () => {
    const found = await list();
    expect(found).toHaveLength(nameOf.size);
    expect(found.map(({ createdAt }) => createdAt)).toEqual(
      found
        .map(({ createdAt }) => createdAt)
        .toSorted()
        .reverse(),
    );
  });

  it.each([
    ['newest', (last: Listed) => ({ after_at: last.createdAt })],
    ['arriving', (last: Listed) => ({ after_day: last.checkIn })],
    ['coming', (last: Listed) => ({ after_day: last.checkIn })],
    ['requested', (last: Listed) => ({ after_day: last.checkOut })],
    ['in_house', (last: Listed) => ({ after_day: last.checkOut })],
    ['leaving', (last: Listed) => ({ after_day: last.checkOut })],
    ['past', (last: Listed) => ({ after_day: last.checkOut })],
    ['cancelled', (last: Listed) => ({ after_day: last.checkOut })],
  ])(
    'the pages of %s, one booking each, have all of them in the same order, each once',
    async (view, after) => {
      const all = await list({ view, page_size: 100 });
      const paged: Listed[] = [];
      for (let last: Listed | undefined; paged.length <= all.length; last = paged.at(-1)) {
        const page = await list({
          view,
          page_size: 1,
          ...(last === undefined ? {} : { ...after(last), after_id: last.id }),
        });
        if (page[0] === undefined) break;
        paged.push(page[0]);
      }
      expect(paged).toEqual(all);
    },
  );

  describe('of one type or source', () => {
    let type: { id: string };

    beforeAll(async () => {
      type = await makeRoomType(database(), property, { name: 'Attic' });
      // One booking of each view but 'leaving', which 'should have left' is in.
      for (const name of [
        'arrives today',
        'asks for today',
        'should have left',
        'comes next month',
        'left',
        'did not come',
      ]) {
        await database().sql(
          `update public.accom_bookings set room_type_id = $1, source = 'walk_in' where property_id = $2 and guest_name = $3`,
          [type.id, property.id, `Guest who ${name}`],
        );
      }
    });

    it.each([
      [
        'newest',
        ['arrives today', 'asks for today', 'should have left', 'comes next month', 'left', 'did not come'],
      ],
      ['arriving', ['arrives today', 'asks for today']],
      ['requested', ['asks for today', 'comes next month']],
      ['in_house', ['should have left']],
      ['leaving', ['should have left']],
      ['coming', ['comes next month']],
      ['past', ['left']],
      ['cancelled', ['did not come']],
    ])(
      'the view %s has only those, on the screen and in a file, and in pages too',
      async (view, expected) => {
        for (const chosen of [{ room_type_id: type.id }, { source: 'walk_in' }]) {
          const all = await list({ view, ...chosen });
          expect(names(all).toSorted()).toEqual(expected.toSorted());
          const [row] = await queryAs<{ found: Listed[] }>(
            database(),
            staff,
            `select public.export_bookings($1, $2, ${Object.keys(chosen)[0]} => $3) as found`,
            [property.id, view, Object.values(chosen)[0]],
          );
          expect(row?.found.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
          expect(await list({ view, ...chosen, page_size: 1 })).toEqual(all.slice(0, 1));
        }
        expect(await list({ view, room_type_id: type.id, source: 'airbnb' })).toEqual([]);
      },
    );

    it('says of each booking its type and what it came from', async () => {
      expect(await list({ view: 'past', source: 'walk_in' })).toMatchObject([
        { roomTypeId: type.id, source: 'walk_in', externalUid: null },
      ]);
    });
  });

  describe('for a file', () => {
    type Exported = Listed & { totalMinor?: number | null; people: { name: string }[] };
    const exportAs = async (person: Person, args: Record<string, unknown> = {}) => {
      const named = ['property_id', ...Object.keys(args)].map((key, index) => `${key} => $${index + 1}`);
      const [row] = await queryAs<{ found: Exported[] }>(
        database(),
        person,
        `select public.export_bookings(${named.join(', ')}) as found`,
        [property.id, ...Object.values(args)],
      );
      return row?.found ?? [];
    };
    const countEntries = async () => {
      const [row] = await database().sql<{ entries: number }>(
        `select count(*)::integer as entries from public.audit_log
         where property_id = $1 and action = 'bookings_exported'`,
        [property.id],
      );
      return row?.entries;
    };

    it.each(['newest', 'arriving', 'in_house', 'past', 'no such view'])(
      'the view %s has the bookings of the list in its order',
      async (view) => {
        const listed = await list({ view, page_size: 100 });
        expect((await exportAs(staff, { view })).map(({ id }) => id)).toEqual(listed.map(({ id }) => id));
      },
    );

    it('goes on after the last booking of a page, and is one entry of the log', async () => {
      const before = (await countEntries()) ?? 0;
      const [first, second] = await exportAs(staff, { view: 'coming' });
      const later = await exportAs(staff, { view: 'coming', after_day: first?.checkIn, after_id: first?.id });
      expect(later[0]).toEqual(second);
      expect(await countEntries()).toBe(before + 1);
    });

    it('a later page is an entry too for who read no first one, so that nobody reads the names past the log', async () => {
      const other = await signUpMember(database(), property.id, 'staff');
      const before = (await countEntries()) ?? 0;
      const page = {
        view: 'past',
        after_day: '2999-01-01',
        after_id: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
      };
      expect(await exportAs(other, page)).not.toEqual([]);
      expect(await countEntries()).toBe(before + 1);
      await exportAs(other, page);
      expect(await countEntries()).toBe(before + 1);
    });

    it.each(['requested', 'in_house', 'past', 'cancelled'])(
      'with a day and no booking to go on after, the view %s begins with that day, which is an entry of the log',
      async (view) => {
        const all = await list({ view, page_size: 100 });
        const day = all.at(-1)?.checkOut ?? '';
        const before = (await countEntries()) ?? 0;
        const since = await exportAs(staff, { view, after_day: day });
        expect(since.map(({ id }) => id)).toEqual(
          all.filter(({ checkOut }) => checkOut === day).map(({ id }) => id),
        );
        expect(await countEntries()).toBe(before + 1);
      },
    );

    it('money is there for those who see it, and the names of all who stay for the desk', async () => {
      const [booking] = await exportAs(staff, { view: 'in_house' });
      await database().sql(
        `insert into public.booking_people (property_id, booking_id, name, is_child, position) values ($1, $2, 'Mia', true, 1)`,
        [property.id, booking?.id],
      );
      await database().sql(
        `insert into public.accom_booking_prices (booking_id, property_id, total, currency, nights) values ($1, $2, 500, 'VND', '[]')
         on conflict (booking_id) do update set total = excluded.total, currency = excluded.currency`,
        [booking?.id, property.id],
      );
      const manager = await signUpMember(database(), property.id, 'manager');
      const seesNoMoney = await signUpMember(database(), property.id, 'staff');
      await database().sql('update public.property_members set sees_money = false where account_id = $1', [
        seesNoMoney.accountId,
      ]);
      const find = async (person: Person) =>
        (await exportAs(person, { view: 'in_house' })).find(({ id }) => id === booking?.id);
      expect(await find(manager)).toMatchObject({
        people: [{ name: 'Mia', isChild: true }],
        totalMinor: 500,
      });
      expect(await find(seesNoMoney)).toMatchObject({ people: [{ name: 'Mia' }] });
      expect(await find(seesNoMoney)).not.toHaveProperty('totalMinor');
      expect(JSON.stringify(await exportAs(manager))).not.toContain('pin_hash');
    });

    it('is refused to a housekeeper and to the owner of another place', async () => {
      const housekeeper = await signUpMember(database(), property.id, 'housekeeper');
      const other = await signUpMember(database(), (await makeProperty(database())).id, 'owner');
      const before = await countEntries();
      expect(await catchDatabaseError(exportAs(housekeeper))).toMatchObject({ message: 'forbidden' });
      expect(await catchDatabaseError(exportAs(other))).toMatchObject({ message: 'not_found' });
      expect(await countEntries()).toBe(before);
    });
  });

  describe('a search', () => {
    beforeAll(async () => {
      const room = await makeRoom(database(), property, { room_number: '203' });
      await makeBooking(database(), room, {
        guest_name: 'Hương Nguyễn',
        guest_last_name: 'Nguyễn',
        guest_phone: '+84 905 123 456',
        booking_code: 'BK-LLAMA2',
        status: 'cancelled',
      });
      await makeRoom(database(), property, { room_number: '2034' });
    });

    it.each([
      ['a last name without accents', { text: 'nguyen' }],
      ['the beginning of a name', { text: 'huong ng' }],
      ['a phone number', { text: '0905 123 456' }],
      ['a room number', { text: '203' }],
      ['a room label', { text: 'lan-203' }],
      ['a code', { text: 'llama2', code: 'BK-LLAMA2' }],
    ])('by %s finds the booking, whatever its view', async (_, args) => {
      expect((await list({ view: 'arriving', ...args })).map(({ guestName }) => guestName)).toEqual([
        'Hương Nguyễn',
      ]);
    });

    it('that fits nothing finds nothing', async () => {
      expect(await list({ text: 'zzzz' })).toEqual([]);
    });
  });

  it('the bookings of another property are in no list and no search', async () => {
    const elsewhere = await makeProperty(database());
    await makeBooking(database(), await makeRoom(database(), elsewhere, { room_number: '777' }), {
      guest_name: 'Otto Elsewhere',
      guest_last_name: 'Elsewhere',
      booking_code: 'BK-QQQQQQ',
    });
    for (const args of [{ text: 'elsewhere' }, { text: '777' }, { text: 'qqqqqq', code: 'BK-QQQQQQ' }])
      expect(await list(args)).toEqual([]);
    expect((await list({ page_size: 100 })).map(({ guestName }) => guestName)).not.toContain(
      'Otto Elsewhere',
    );
  });
});

onNativePostgres('what the desk reads', {}, (database) => {
  let property: Property;
  let staff: Person & { accountId: string };
  const read = async (person: Person, text: string, params: unknown[]) => {
    const [row] = await queryAs<{ found: Record<string, unknown> & Record<string, unknown>[] }>(
      database(),
      person,
      `select ${text} as found`,
      params,
    );
    return row?.found;
  };
  const setMoney = (seesMoney: boolean) =>
    database().sql('update public.property_members set sees_money = $2 where account_id = $1', [
      staff.accountId,
      seesMoney,
    ]);

  beforeAll(async () => {
    property = await makeProperty(database());
    staff = await signUpMember(database(), property.id, 'staff');
    await setMoney(true);
  });

  it('a booking has its price for who sees money, and no word of it for the others', async () => {
    const type = await makeRoomType(database(), property, { price: 77_712_345 });
    const room = await makeRoom(database(), property, { room_type_id: type.id });
    const made = await read(staff, `public.create_booking($1, '2031-01-01', '2031-01-03', 'A Lee', 'Lee')`, [
      room.id,
    ]);
    const readIt = () => read(staff, 'public.read_booking($1, $2)', [property.id, made?.['id']]);
    const readBeds = () =>
      read(staff, `public.list_free_beds($1, '2032-01-01', '2032-01-02')`, [property.id]);
    expect(await readIt()).toMatchObject({ guestName: 'A Lee', price: { totalMinor: 155_424_690 } });
    expect(await readBeds()).toMatchObject([{ roomId: room.id, totalMinor: 77_712_345 }]);
    await setMoney(false);
    expect(await readIt()).not.toHaveProperty('price');
    expect(JSON.stringify([await readIt(), await readBeds()])).not.toMatch(/77712345|155424690/);
    await setMoney(true);
    await database().sql('update public.accom_rooms set is_active = false where id = $1', [room.id]);
  });

  it('a booking has how much its guest ordered and reported, and the ten latest of each, with money for who sees it', async () => {
    const booking = await makeBooking(database(), await makeRoom(database(), property));
    const other = await makeBooking(database(), await makeRoom(database(), property));
    const readIt = () => read(staff, 'public.read_booking($1, $2)', [property.id, booking.id]);
    expect(await readIt()).toMatchObject({
      orders: { count: 0, latest: [] },
      reports: { count: 0, latest: [] },
    });
    const orders: { id: string; number: number }[] = [];
    const reports: { id: string }[] = [];
    for (let hour = 11; hour >= 0; hour -= 1) {
      const { property_id, room_id } = booking;
      const of = { property_id, room_id, booking_id: booking.id };
      const at = { created_at: new Date(Date.now() - hour * 3_600_000).toISOString() };
      orders.push(
        await insertRow(database(), 'accom_service_orders', {
          ...of,
          ...at,
          total: 91_919_191,
          currency: 'VND',
        }),
      );
      reports.push(await insertRow(database(), 'incidents', { ...of, ...at, title: `Shower ${hour}` }));
    }
    const elsewhere = { property_id: property.id, room_id: other['room_id'], booking_id: other.id };
    await insertRow(database(), 'accom_service_orders', { ...elsewhere, total: 1, currency: 'VND' });
    await insertRow(database(), 'incidents', { ...elsewhere, title: 'Another shower' });
    const price = { totalMinor: 91_919_191, currency: 'VND' };
    const latest = <Row>(rows: Row[]) => rows.slice(2).toReversed();
    expect(await readIt()).toMatchObject({
      orders: {
        count: 12,
        latest: latest(orders).map(({ id, number }) => ({ id, number, status: 'pending', price })),
      },
      reports: {
        count: 12,
        latest: latest(reports).map(({ id }, hour) => ({ id, title: `Shower ${hour}`, status: 'open' })),
      },
    });
    await setMoney(false);
    const withoutMoney = await readIt();
    await setMoney(true);
    expect(withoutMoney).toMatchObject({ orders: { count: 12 } });
    expect(JSON.stringify(withoutMoney)).not.toMatch(/91919191|"price"/);
  });

  it('the history of a booking has its steps, and offers to undo those of the caller', async () => {
    const booking = await makeBooking(database(), await makeRoom(database(), property));
    const colleague = await signUpMember(database(), property.id, 'staff');
    await queryAs(database(), staff, 'select public.check_in($1)', [booking.id]);
    const historyOf = async (person: Person) =>
      (await read(person, 'public.read_booking($1, $2)', [property.id, booking.id]))?.['history'];
    const step = { from: { status: 'confirmed' }, to: { status: 'checked_in' }, isUndone: false };
    expect(await historyOf(staff)).toMatchObject([
      { ...step, canUndo: true },
      { action: 'added', canUndo: false },
    ]);
    expect(await historyOf(colleague)).toMatchObject([{ ...step, canUndo: false }, {}]);
  });

  it('a bed is free unless one of these nights is booked, and is offered until its next guest comes', async () => {
    const room = await makeRoom(database(), property, { beds: ['a', 'b'], sort_order: 900 });
    await makeBooking(database(), room, { bed: 'a', from: 0, to: 2 });
    const next = await makeBooking(database(), room, { bed: 'b', from: 3, to: 4 });
    await makeBooking(database(), room, { bed: 'b', from: -3, to: -1, status: 'checked_in' });
    const free = async (first: number, last: number, except: string | null = null) => {
      const beds = await read(
        staff,
        `(select public.list_free_beds($1, today + $2::integer, today + $3::integer, $4)
           from (select (now() at time zone 'Asia/Ho_Chi_Minh')::date as today) clock)`,
        [property.id, first, last, except],
      );
      return (beds ?? []).filter(({ roomId }) => roomId === room.id);
    };
    expect(await free(0, 1)).toMatchObject([{ bed: 'b', freeUntil: expect.any(String), isOccupied: true }]);
    expect(await free(2, 3)).toMatchObject([{ bed: 'a', freeUntil: null, isOccupied: false }, { bed: 'b' }]);
    expect(await free(3, 4)).toMatchObject([{ bed: 'a' }]);
    expect(await free(3, 4, next.id)).toMatchObject([{ bed: 'a' }, { bed: 'b' }]);
  });

  it.each([
    ['no nights', '2031-01-01', '2031-01-01'],
    ['nights without end', '2031-01-01', 'infinity'],
    ['null', null, '2031-01-01'],
    ['more than a year', '2031-01-01', '2032-06-01'],
  ])('%s are refused where free beds are asked for', async (_, first, last) => {
    expect(
      await catchDatabaseError(read(staff, 'public.list_free_beds($1, $2, $3)', [property.id, first, last])),
    ).toMatchObject({ detail: { reason: 'nights_cannot_be_booked' } });
  });

  it('today has who waits for an answer, who is to arrive, with whether the bed is still in use, who leaves and who stays', async () => {
    const own = await makeProperty(database());
    await insertRow(database(), 'property_members', {
      property_id: own.id,
      account_id: staff.accountId,
      role: 'staff',
    });
    const room = await makeRoom(database(), own);
    const leaving = await makeBooking(database(), room, { from: -2, to: 0, status: 'checked_in' });
    const arriving = await makeBooking(database(), room, { from: 0, to: 2 });
    const staying = await makeBooking(database(), await makeRoom(database(), own), { status: 'checked_in' });
    const request = await makeBooking(database(), room, { from: 9, to: 11, status: 'pending' });
    expect(await read(staff, 'public.read_guests_of_today($1)', [own.id])).toMatchObject({
      requests: [{ id: request.id }],
      arrivals: [{ id: arriving.id }],
      obstacles: { [arriving.id]: 'occupied' },
      departures: [{ id: leaving.id }],
      staying: [{ id: staying.id }],
    });
  });
});
