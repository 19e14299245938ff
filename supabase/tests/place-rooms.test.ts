import { beforeAll, expect, it } from 'vitest';
import { makeProperty, makeRoom, type Property } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { type Person, queryAs, signUpMember } from './support/people.ts';

onNativePostgres('the rooms that a housekeeper sees', {}, (database) => {
  let property: Property;
  let housekeeper: Person;
  beforeAll(async () => {
    property = await makeProperty(database());
    for (const number of ['101', '102', '103', '201', '202']) {
      await makeRoom(database(), property, { room_number: number });
    }
    housekeeper = await signUpMember(database(), property.id, 'housekeeper');
  });

  const list = (args: string, ...values: unknown[]) =>
    queryAs(database(), housekeeper, `select * from public.list_place_rooms($1${args})`, [
      property.id,
      ...values,
    ]);
  const numbersOf = (rows: readonly Record<string, unknown>[]) => rows.map((row) => row['room_number']);

  it('are named without what opens them: no code, no WiFi, and not the id of the row', async () => {
    const rooms = await list('');
    expect(Object.keys(rooms[0] ?? {}).toSorted()).toEqual([
      'beds',
      'dirty_beds',
      'floor',
      'id',
      'is_active',
      'room_number',
      'room_type',
      'sort_order',
      'state',
      'state_id',
    ]);
    const hidden = await database().sql(
      'select id from public.accom_rooms where property_id = $1 and id = any ($2)',
      [property.id, rooms.map(({ id }) => id)],
    );
    expect(hidden).toEqual([]);
  });

  it('come page by page in their order, each once', async () => {
    const numbers: unknown[] = [];
    let after: Record<string, unknown> | undefined;
    for (let page = 0; page < 3; page++) {
      const rows = await list(', null, $2, $3, 2', after?.['sort_order'] ?? null, after?.['id'] ?? null);
      numbers.push(...numbersOf(rows));
      after = rows.at(-1);
    }
    expect(numbers).toEqual(['101', '102', '103', '201', '202']);
  });

  it('are found by a part of their number', async () => {
    expect(numbersOf(await list(', $2', '%02%'))).toEqual(['102', '202']);
  });

  it('come 101 at a time at most, however many are asked for', async () => {
    const large = await makeProperty(database());
    await database().sql(
      `insert into public.accom_rooms (property_id, room_number) select $1, n::text from generate_series(1, 150) n`,
      [large.id],
    );
    const owner = await signUpMember(database(), large.id, 'owner');
    const rooms = await queryAs(
      database(),
      owner,
      'select from public.list_place_rooms($1, page_size => 1000)',
      [large.id],
    );
    expect(rooms).toHaveLength(101);
  });
});
