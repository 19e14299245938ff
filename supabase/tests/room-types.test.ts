import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { catchDatabaseError, parseDatabaseError } from './support/database-error.ts';
import { makeProperty, makeRoom, type Property } from './support/make-property.ts';
import { makeRoomType, makeSeason } from './support/make-room-type.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { type Person, queryAs, runOnConnection, signUpMember } from './support/people.ts';

onNativePostgres('room types', {}, (database) => {
  let property: Property;
  let manager: Person;
  beforeAll(async () => {
    property = await makeProperty(database());
    manager = await signUpMember(database(), property.id, 'manager');
  });

  it.each([
    ['a price of nothing', { price: 0 }],
    ['a price below nothing', { price: -1 }],
    ['a price beyond all prices', { price: 1_000_000_001 }],
    ['a weekend price without a price', { price: null, weekend_price: 9000 }],
    ['no weekend night', { weekend_nights: [] }],
    ['seven weekend nights', { weekend_nights: [1, 2, 3, 4, 5, 6, 7] }],
    ['a weekend night that is no day', { weekend_nights: [8] }],
    ['a stay of no night', { minimum_nights: 0 }],
    ['a stay of 91 nights', { minimum_nights: 91 }],
    ['a blank name', { name: ' ' }],
    ['a text of 2001 characters', { description: 'x'.repeat(2001) }],
    ['a picture of another host', { images: ['https://pictures.example/a.webp'] }],
    ['no guest', { capacity: 0 }],
  ])('a type with %s is refused', async (_case, columns) => {
    expect(await catchDatabaseError(makeRoomType(database(), property, columns))).toMatchObject({
      code: '23514',
    });
  });

  it.each([
    ['the same night', '2027-07-31', '2027-08-10', true],
    ['nights around it', '2027-06-01', '2027-09-01', true],
    ['one of its nights', '2027-07-15', '2027-07-15', true],
    ['the night after it', '2027-08-01', '2027-08-10', false],
    ['the night before it', '2027-06-01', '2027-06-30', false],
  ])(
    'two seasons of a type have no night in common: %s',
    async (_case, first_night, last_night, overlaps) => {
      const type = await makeRoomType(database(), property);
      const other = await makeRoomType(database(), property);
      await makeSeason(database(), type, { first_night: '2027-07-01', last_night: '2027-07-31' });
      await makeSeason(database(), other, { first_night, last_night });
      const second = makeSeason(database(), type, { first_night, last_night });
      if (overlaps)
        expect(await catchDatabaseError(second)).toMatchObject({ detail: { reason: 'seasons_overlap' } });
      else await second;
    },
  );

  it('a season that ends before it begins is refused', async () => {
    const type = await makeRoomType(database(), property);
    const season = makeSeason(database(), type, { first_night: '2027-07-02', last_night: '2027-07-01' });
    expect(parseDatabaseError(await season.catch((error: unknown) => error)).code).not.toBe('');
  });

  it('a room and a season cannot have a type of another property', async () => {
    const other = await makeProperty(database());
    const foreign = await makeRoomType(database(), other);
    expect(
      await catchDatabaseError(makeRoom(database(), property, { room_type_id: foreign.id })),
    ).toMatchObject({
      code: '23503',
    });
    const season = queryAs(
      database(),
      manager,
      `insert into public.accom_room_type_seasons (property_id, room_type_id, name, first_night, last_night, price)
       values ($1, $2, 'Theirs', '2027-01-01', '2027-01-02', 1)`,
      [property.id, foreign.id],
    );
    expect(await catchDatabaseError(season)).toMatchObject({ code: '23503' });
  });

  it('a type cannot be removed while rooms are of it, and with its seasons it comes back by undo', async () => {
    const type = await makeRoomType(database(), property);
    const room = await makeRoom(database(), property, { room_type_id: type.id });
    await makeSeason(database(), type, { first_night: '2027-07-01', last_night: '2027-07-31' });
    const remove = () =>
      queryAs(database(), manager, 'delete from public.accom_room_types where id = $1', [type.id]);
    expect(await catchDatabaseError(remove())).toMatchObject({
      code: 'PT409',
      detail: { reason: 'type_has_rooms' },
    });
    await queryAs(database(), manager, 'update public.accom_rooms set room_type_id = null where id = $1', [
      room.id,
    ]);
    await remove();
    const [removal] = await database().sql<{ id: string }>(
      `select id from public.audit_log where row_id = $1 and action = 'removed'`,
      [type.id],
    );
    await queryAs(database(), manager, 'select public.undo_change($1, $2)', [removal?.id, 'A mistake']);
    const seasons = await database().sql(
      'select s.name, t.name as type from public.accom_room_type_seasons s join public.accom_room_types t on t.id = s.room_type_id where t.id = $1',
      [type.id],
    );
    expect(seasons).toEqual([{ name: 'Summer', type: 'Double' }]);
  });

  it('a change of a price can be undone', async () => {
    const type = await makeRoomType(database(), property);
    await queryAs(database(), manager, 'update public.accom_room_types set price = 9000 where id = $1', [
      type.id,
    ]);
    const [change] = await database().sql<{ id: string; detail: unknown }>(
      `select id, detail from public.audit_log where row_id = $1 and action = 'changed'`,
      [type.id],
    );
    expect(change?.detail).toMatchObject({ from: { price: 8000 }, to: { price: 9000 } });
    await queryAs(database(), manager, 'select public.undo_change($1, null)', [change?.id]);
    const rows = await database().sql('select price from public.accom_room_types where id = $1', [type.id]);
    expect(rows).toEqual([{ price: 8000 }]);
  });
});

const readOrder = async (database: TestDatabase, table: string, property: Property) =>
  (
    await database.sql<{ id: string }>(
      `select id from public.${table} where property_id = $1 order by sort_order, id`,
      [property.id],
    )
  ).map(({ id }) => id);

onNativePostgres('the order of rooms and types', {}, (database) => {
  describe.each([
    ['accom_rooms', 'rooms', (property: Property) => makeRoom(database(), property)],
    ['accom_room_types', 'types', (property: Property) => makeRoomType(database(), property)],
  ] as const)('%s', (table, kind, make) => {
    const move = (person: Person, id: unknown, place: number) =>
      queryAs(database(), person, 'select public.move_content($1, $2, $3)', [kind, id, place]);

    async function makeFive() {
      const property = await makeProperty(database());
      const manager = await signUpMember(database(), property.id, 'manager');
      const rows: { id: string }[] = [];
      for (let count = 0; count < 5; count += 1) rows.push(await make(property));
      const ids = rows.map(({ id }) => id) as [string, string, string, string, string]; // five were made
      return { property, manager, ids };
    }

    it('new rows go to the end', async () => {
      const { property, ids } = await makeFive();
      expect(await readOrder(database(), table, property)).toEqual(ids);
    });

    it('a row is moved to its new place, and those of another property stay', async () => {
      const { property, manager, ids } = await makeFive();
      const other = await makeFive();
      const [a, b, c, d, e] = ids;
      await move(manager, e, 2);
      expect(await readOrder(database(), table, property)).toEqual([a, e, b, c, d]);
      await move(manager, a, 99);
      expect(await readOrder(database(), table, property)).toEqual([e, b, c, d, a]);
      expect(await readOrder(database(), table, other.property)).toEqual(other.ids);
    });

    it('sorting does not change the version that a form has read', async () => {
      const { property, manager, ids } = await makeFive();
      const read = () =>
        database().sql(`select id, updated_at from public.${table} where property_id = $1 order by id`, [
          property.id,
        ]);
      const before = await read();
      await move(manager, ids[4], 1);
      expect(await read()).toEqual(before);
    });

    it('staff may not sort, and another owner is told that the row does not exist', async () => {
      const { property, ids } = await makeFive();
      const staff = await signUpMember(database(), property.id, 'staff');
      const stranger = await makeFive();
      expect(await catchDatabaseError(move(staff, ids[0], 2))).toMatchObject({ message: 'forbidden' });
      for (const id of [ids[0], crypto.randomUUID(), null]) {
        expect(await catchDatabaseError(move(stranger.manager, id, 2))).toMatchObject({
          message: 'not_found',
        });
      }
      expect(await readOrder(database(), table, property)).toEqual(ids);
    });

    it('of managers who sort at the same moment each move counts, and no two rows have one place', async () => {
      const { property, manager, ids } = await makeFive();
      const connections = database().connect({ max: 4 });
      const [a, b, c, d] = ids;
      await Promise.all(
        [a, b, c, d].map((id) =>
          runOnConnection(connections, manager, (sql) =>
            sql.unsafe('select public.move_content($1, $2, $3)', [kind, id, 5]),
          ),
        ),
      );
      const rows = await database().sql<{ sort_order: number }>(
        `select sort_order from public.${table} where property_id = $1 order by sort_order`,
        [property.id],
      );
      expect(rows.map((row) => row.sort_order)).toEqual([1, 2, 3, 4, 5]);
      expect((await readOrder(database(), table, property))[0]).toBe(ids[4]);
    });
  });
});
