import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { expect, it } from 'vitest';
import { makeBooking, makeProperty, makeRoom, type Room } from './support/make-property.ts';
import { onEachEngine } from './support/on-each-engine.ts';

interface Stay {
  name: string;
  first: string;
  last: string;
  status?: string;
  bed?: string;
}

async function makeStays(
  database: TestDatabase,
  timezone: string,
  stays: Stay[],
  beds: string[] = [],
): Promise<Room> {
  const property = await makeProperty(database, { timezone, checkout_time: '11:00' });
  const room = await makeRoom(database, property, { beds });
  for (const { name, first, last, status = 'confirmed', bed = '' } of stays) {
    await makeBooking(database, room, {
      guest_name: name,
      guest_last_name: name,
      check_in_date: first,
      check_out_date: last,
      status,
      bed,
    });
  }
  return room;
}

/** Reads the stays that are on at this instant, the current one first, and whether a scan says that there is one. */
async function readStays(database: TestDatabase, room: Room, at: string) {
  const [row] = await database.sql<{ names: string[]; has_stay: boolean }>(
    `select
       (select coalesce(array_agg(s.guest_name), '{}') from private.find_stays($1, p.timezone, p.checkout_time, $2::timestamptz) s) as names,
       (private.locate_room($3, $2::timestamptz)).has_stay
     from public.accom_properties p where p.id = $4`,
    [room.id, at, room.room_code, room.property_id],
  );
  return row;
}

const on = (...names: string[]) => ({ names, has_stay: names.length > 0 });

// The instants at which a stay from 10 to 12 March begins and ends, by each property's clock.
const midnights: [string, string, string][] = [
  ['Asia/Ho_Chi_Minh', '2026-03-09T17:00:00Z', '2026-03-12T17:00:00Z'],
  ['America/Los_Angeles', '2026-03-10T07:00:00Z', '2026-03-13T07:00:00Z'],
  ['Pacific/Kiritimati', '2026-03-09T10:00:00Z', '2026-03-12T10:00:00Z'],
  ['Asia/Kathmandu', '2026-03-09T18:15:00Z', '2026-03-12T18:15:00Z'],
  ['Etc/GMT+12', '2026-03-10T12:00:00Z', '2026-03-13T12:00:00Z'],
];

// Days on which the clock changes. The stay is from that day to the next, and begins and ends at local midnight.
const clockChanges: [string, string, string, string, string, string][] = [
  [
    'spring in Lisbon',
    'Europe/Lisbon',
    '2026-03-29',
    '2026-03-30',
    '2026-03-29T00:00:00Z',
    '2026-03-30T23:00:00Z',
  ],
  [
    'autumn in Lisbon',
    'Europe/Lisbon',
    '2026-10-25',
    '2026-10-26',
    '2026-10-24T23:00:00Z',
    '2026-10-27T00:00:00Z',
  ],
  [
    'spring in Los Angeles',
    'America/Los_Angeles',
    '2026-03-08',
    '2026-03-09',
    '2026-03-08T08:00:00Z',
    '2026-03-10T07:00:00Z',
  ],
  [
    'autumn in Los Angeles',
    'America/Los_Angeles',
    '2026-11-01',
    '2026-11-02',
    '2026-11-01T07:00:00Z',
    '2026-11-03T08:00:00Z',
  ],
  [
    'no midnight at all, in Santiago',
    'America/Santiago',
    '2026-09-06',
    '2026-09-07',
    '2026-09-06T04:00:00Z',
    '2026-09-08T03:00:00Z',
  ],
];

const before = (instant: string) => new Date(Date.parse(instant) - 1000).toISOString();

onEachEngine('the days of a stay', {}, (database) => {
  it.each(midnights)('a stay begins and ends at local midnight in %s', async (timezone, begin, end) => {
    const room = await makeStays(database(), timezone, [
      { name: 'Ann', first: '2026-03-10', last: '2026-03-12' },
    ]);
    expect(await readStays(database(), room, before(begin))).toEqual(on());
    expect(await readStays(database(), room, begin)).toEqual(on('Ann'));
    expect(await readStays(database(), room, before(end))).toEqual(on('Ann'));
    expect(await readStays(database(), room, end)).toEqual(on());
  });

  it.each(clockChanges)(
    'a stay begins and ends at local midnight when the clock changes: %s',
    async (_, timezone, first, last, begin, end) => {
      const room = await makeStays(database(), timezone, [{ name: 'Ann', first, last }]);
      expect(await readStays(database(), room, before(begin))).toEqual(on());
      expect(await readStays(database(), room, begin)).toEqual(on('Ann'));
      expect(await readStays(database(), room, before(end))).toEqual(on('Ann'));
      expect(await readStays(database(), room, end)).toEqual(on());
    },
  );

  it.each([...midnights.map(([zone]) => zone), 'America/Santiago', 'America/Havana', 'Europe/Lisbon'])(
    'private.stay_ends_at is the end of the local day, for every day of a year in %s',
    async (timezone) => {
      const late = await database().sql(
        `select day::date::text as day
         from generate_series('2026-01-01'::date, '2026-12-31', '1 day') day,
           lateral (select private.stay_ends_at(day::date, $1) as ends_at) token
         where (ends_at at time zone $1)::date <= day::date
           or ((ends_at - interval '1 second') at time zone $1)::date > day::date and ends_at at time zone $1 <> (day::date + 1)::timestamp`,
        [timezone],
      );
      expect(late).toEqual([]);
    },
  );

  it('a booking is live to the end of its last day by the property’s clock', async () => {
    const room = await makeStays(database(), 'Pacific/Kiritimati', [
      { name: 'Ann', first: '2026-03-10', last: '2026-03-12' },
    ]);
    const states = await database().sql(
      `select private.state_of_booking(b, p, at) as state
       from public.accom_bookings b join public.accom_properties p on p.id = b.property_id,
         unnest(array['2026-03-12T09:59:59Z', '2026-03-12T10:00:00Z']::timestamptz[]) at
       where b.room_id = $1`,
      [room.id],
    );
    expect(states).toEqual([{ state: 'live' }, { state: null }]);
  });

  const beginnings: [string, string, string, string][] = [
    ...midnights.map(
      ([zone, begin]) => [zone, '2026-03-10', '2026-03-12', begin] satisfies [string, string, string, string],
    ),
    ...clockChanges.map(
      ([, zone, first, last, begin]) => [zone, first, last, begin] satisfies [string, string, string, string],
    ),
  ];

  it.each(beginnings)(
    'in %s a confirmed stay from %s to %s is upcoming until its local midnight, and a stay that is checked in is not',
    async (timezone, first, last, begin) => {
      const stays = ['confirmed', 'checked_in', 'pending'].map((status) => ({
        name: status,
        first,
        last,
        status,
        bed: status,
      }));
      const room = await makeStays(database(), timezone, stays, ['confirmed', 'checked_in', 'pending']);
      const statesAt = async (at: string) => {
        const rows = await database().sql<{ bed: string; state: string }>(
          `select b.bed, private.state_of_booking(b, p, $2::timestamptz) as state
           from public.accom_bookings b join public.accom_properties p on p.id = b.property_id where b.room_id = $1`,
          [room.id, at],
        );
        return Object.fromEntries(rows.map(({ bed, state }) => [bed, state]));
      };
      const early = { confirmed: 'upcoming', checked_in: 'live', pending: 'pending' };
      expect(await statesAt(before(begin))).toEqual(early);
      expect(await statesAt(begin)).toEqual({ ...early, confirmed: 'live' });
      // The state and the stays of the room change at the same instant.
      expect(await readStays(database(), room, before(begin))).toEqual(on('checked_in'));
      expect((await readStays(database(), room, begin))?.names).toContain('confirmed');
    },
  );

  it('the days of a stay do not depend on the time zone of the connection', async () => {
    const room = await makeStays(database(), 'Asia/Ho_Chi_Minh', [
      { name: 'Ann', first: '2026-03-10', last: '2026-03-12' },
    ]);
    const rows = await database().as('postgres', {}, async (sql) => {
      const found: unknown[] = [];
      for (const zone of ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles']) {
        await sql(`select set_config('timezone', $1, true)`, [zone]);
        const [row] = await sql(
          `select (private.locate_room($1, '2026-03-12T16:59:59Z'::timestamptz)).has_stay,
             private.format_instant(private.stay_ends_at('2026-03-12', 'Asia/Ho_Chi_Minh')) as ends`,
          [room.room_code],
        );
        found.push(row);
      }
      return found;
    });
    expect(rows).toEqual(Array(3).fill({ has_stay: true, ends: '2026-03-12T17:00:00Z' }));
  });
});

// Turnover day, with check-out at 11:00 in Asia/Ho_Chi_Minh.
const turnover = '2026-03-12';
const leaving = { name: 'Ann', first: '2026-03-10', last: turnover };
const coming = { name: 'Ben', first: turnover, last: '2026-03-14' };
const morning = '2026-03-12T03:59:59Z';
const afternoon = '2026-03-12T04:00:00Z';

onEachEngine('turnover day', {}, (database) => {
  it.each([
    ['a leaving guest is current before check-out time', leaving, coming, morning, ['Ann', 'Ben']],
    ['an arriving guest is current from check-out time on', leaving, coming, afternoon, ['Ben', 'Ann']],
    [
      'a leaving guest who is checked in stays current after check-out time',
      { ...leaving, status: 'checked_in' },
      coming,
      afternoon,
      ['Ann', 'Ben'],
    ],
    [
      'an arriving guest who is checked in is current before check-out time',
      leaving,
      { ...coming, status: 'checked_in' },
      morning,
      ['Ben', 'Ann'],
    ],
    [
      'of two checked-in guests check-out time decides',
      { ...leaving, status: 'checked_in' },
      { ...coming, status: 'checked_in' },
      morning,
      ['Ann', 'Ben'],
    ],
    [
      'a guest who checked out is not current',
      { ...leaving, status: 'checked_out' },
      coming,
      morning,
      ['Ben'],
    ],
  ])('on turnover day %s', async (_, first, second, at, names) => {
    const room = await makeStays(database(), 'Asia/Ho_Chi_Minh', [first, second]);
    expect(await readStays(database(), room, at)).toEqual(on(...names));
  });

  it('on turnover day each guest verifies their own stay by their own name, before and after check-out time', async () => {
    const room = await makeStays(database(), 'Asia/Ho_Chi_Minh', [leaving, coming]);
    for (const at of [morning, afternoon]) {
      const rows = await database().sql(
        `select typed, (private.match_stay(r, p, 'last_name', jsonb_build_object('lastName', typed), $2::timestamptz)).guest_name as found
           from public.accom_rooms r join public.accom_properties p on p.id = r.property_id, unnest('{ann,ben}'::text[]) typed
           where r.id = $1 order by typed`,
        [room.id, at],
      );
      expect(rows).toEqual([
        { typed: 'ann', found: 'Ann' },
        { typed: 'ben', found: 'Ben' },
      ]);
    }
  });

  it.each([
    ['is current in an empty room', 'checked_out', afternoon, ['Ben']],
    ['comes after a stay that has begun', 'checked_in', '2026-03-11T04:00:00Z', ['Ann', 'Ben']],
    ['is current before a stay that is only confirmed', 'confirmed', '2026-03-11T04:00:00Z', ['Ben', 'Ann']],
  ])('a stay that was checked in before its first day %s', async (_, status, at, names) => {
    const room = await makeStays(database(), 'Asia/Ho_Chi_Minh', [
      { ...leaving, status },
      { name: 'Ben', first: '2026-03-14', last: '2026-03-16', status: 'checked_in' },
    ]);
    expect(await readStays(database(), room, at)).toEqual(on(...names));
  });

  it('on other days the stay that began last is current', async () => {
    const firsts = ['2026-03-03', '2026-03-09', '2026-03-01', '2026-03-07', '2026-03-05'];
    const stays = firsts.map((first, bed) => ({
      name: first,
      first,
      last: '2026-03-20',
      bed: String(bed),
    }));
    const room = await makeStays(
      database(),
      'Asia/Ho_Chi_Minh',
      stays,
      stays.map(({ bed }) => bed),
    );
    expect(await readStays(database(), room, morning)).toEqual(on(...firsts.toSorted().toReversed()));
  });

  it('a dorm has a turnover for each bed', async () => {
    const stays = [
      { ...leaving, bed: '1' },
      { ...coming, bed: '1' },
      { name: 'Cem', first: '2026-03-01', last: '2026-03-20', bed: '2' },
    ];
    const room = await makeStays(database(), 'Asia/Ho_Chi_Minh', stays, ['1', '2']);
    expect((await readStays(database(), room, morning))?.names.toSorted()).toEqual(['Ann', 'Ben', 'Cem']);
  });
});
