import { beforeAll, describe, expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import { makeCategory, makeDeal, makeItem, makeNumber } from './support/make-content.ts';
import { insertRow, makeProperty, type Property } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { type Person, queryAs, signUpMember } from './support/people.ts';

onNativePostgres('the order of content', {}, (database) => {
  let property: Property;
  let manager: Person;
  beforeAll(async () => {
    property = await makeProperty(database());
    manager = await signUpMember(database(), property.id, 'manager');
  });
  const move = (person: Person, kind: string, id: string, place: number) =>
    queryAs(database(), person, 'select public.move_content($1, $2, $3)', [kind, id, place]);

  describe('items of a category', () => {
    const names = ['a', 'b', 'c', 'd'];
    const makeList = async () => {
      const category = await makeCategory(database(), property);
      const ids: Record<string, string> = {};
      for (const name of names) {
        ids[name] = (await makeItem(database(), category, { name })).id;
      }
      return { category, ids };
    };
    const read = async (categoryId: string) => {
      const rows = await database().sql<{ name: string }>(
        'select name from public.accom_service_items where category_id = $1 order by sort_order, name',
        [categoryId],
      );
      return rows.map(({ name }) => name).join('');
    };

    it.each([
      ['a', 3, 'bcad'],
      ['d', 1, 'dabc'],
      ['b', 2, 'abcd'],
      ['a', 99, 'bcda'],
      ['c', -5, 'cabd'],
    ])('%s moved to place %i', async (name, place, expected) => {
      const { category, ids } = await makeList();
      await move(manager, 'items', ids[name] ?? '', place);
      expect(await read(category.id)).toBe(expected);
    });

    it('a move writes only the rows that change their place, and no other list', async () => {
      const [{ category, ids }, other] = [await makeList(), await makeList()];
      await move(manager, 'items', ids['a'] ?? '', 1);
      await database().sql(`update public.accom_service_items set updated_at = '2020-01-01'`);
      await database().sql(`alter table public.accom_service_items disable trigger user`);
      await database().sql(`update public.accom_service_items set updated_at = '2020-01-01'`);
      await database().sql(`alter table public.accom_service_items enable trigger user`);
      await move(manager, 'items', ids['c'] ?? '', 4);
      const touched = await database().sql<{ name: string }>(
        `select name from public.accom_service_items where updated_at > '2020-01-02' order by name`,
      );
      expect(touched.map(({ name }) => name)).toEqual(['c', 'd']);
      expect([await read(category.id), await read(other.category.id)]).toEqual(['abdc', 'abcd']);
    });
  });

  it.each([
    ['categories', () => makeCategory(database(), property)],
    ['deals', () => makeDeal(database(), property)],
    ['numbers', () => makeNumber(database(), property)],
    ['areas', () => insertRow(database(), 'areas', { property_id: property.id, name: crypto.randomUUID() })],
  ])('a manager moves %s, and no one else does', async (kind, make) => {
    const row = await make();
    const id = String(row['id']);
    await move(manager, kind, id, 1);
    const elsewhere = await makeProperty(database());
    const codes = [
      await catchDatabaseError(move(await signUpMember(database(), property.id, 'staff'), kind, id, 1)),
      await catchDatabaseError(move(await signUpMember(database(), elsewhere.id, 'owner'), kind, id, 1)),
      await catchDatabaseError(move({ role: 'anon', claims: {} }, kind, id, 1)),
    ].map(({ code }) => code);
    expect(codes).toEqual(['PT403', 'PT404', '42501']);
  });

  it.each([
    'accom_service_categories',
    'accom_local_deals',
    'accom_useful_numbers',
    'areas',
    'accom_room_types',
  ])('a new row of %s is the last of its place, and its one entry removes it again', async (table) => {
    const place = await makeProperty(database());
    const owner = await signUpMember(database(), place.id, 'owner');
    const words: Record<string, string> = {
      accom_local_deals: 'title, partner',
      accom_useful_numbers: 'label, category, phone',
    };
    const columns = words[table] ?? 'name';
    const add = (texts: string[]) =>
      queryAs<{ id: string; sort_order: number }>(
        database(),
        owner,
        `insert into public.${table} (property_id, ${columns})
           select $1, ${columns
             .split(', ')
             .map((column) => (column === 'phone' ? `'113'` : 't'))
             .join(', ')}
           from unnest($2::text[]) t returning id, sort_order`,
        [place.id, texts],
      );
    expect((await add(['a', 'b'])).map((row) => row.sort_order)).toEqual([1, 2]);
    const [last] = await add(['c']);
    expect(last?.sort_order).toBe(3);
    const log = await database().sql<{ id: string }>('select id from public.audit_log where row_id = $1', [
      last?.id,
    ]);
    expect(log).toHaveLength(1);
    await queryAs(database(), owner, 'select public.undo_change($1)', [log[0]?.id]);
    expect(await database().sql(`select from public.${table} where id = $1`, [last?.id])).toEqual([]);
  });

  it('another table cannot be named', async () => {
    const error = await catchDatabaseError(move(manager, 'accom_bookings', property.id, 1));
    expect(error.code).toBe('PT404');
  });
});
