import { beforeAll, describe, expect, it } from 'vitest';
import { makeProperty, makeRoom, type Property, type Room } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { type Person, queryAs, signUpMember } from './support/people.ts';
import { readBuffers } from './support/read-buffers.ts';

interface Entry {
  id: string;
  at: string;
  actor: string;
  person: string | null;
  action: string;
  table: string;
  rowId: string;
  name: string | null;
  canUndo: boolean;
  undoes: string | null;
  undoneBy: string | null;
}

interface History {
  people: Record<string, string>;
  entries: Entry[];
}

onNativePostgres('the history of a property', {}, (database) => {
  let property: Property;
  let manager: Person & { accountId: string };
  let other: Person & { accountId: string };
  let rooms: Room[];

  const read = async (person: Person, filters: Record<string, unknown> = {}): Promise<History> => {
    const names = Object.keys(filters);
    const args = ['property_id => $1', ...names.map((name, index) => `${name} => $${index + 2}`)];
    const [row] = await queryAs<{ history: History }>(
      database(),
      person,
      `select public.read_history(${args.join(', ')}) as history`,
      [property.id, ...Object.values(filters)],
    );
    if (row === undefined) throw new Error('the function returns one row');
    return row.history;
  };
  const changeFloor = (person: Person, room: Room | undefined, floor: string) =>
    queryAs(database(), person, 'update public.accom_rooms set floor = $2 where id = $1', [room?.id, floor]);

  beforeAll(async () => {
    property = await makeProperty(database());
    manager = await signUpMember(database(), property.id, 'manager');
    other = await signUpMember(database(), property.id, 'manager');
    rooms = [
      await makeRoom(database(), property, { room_number: '101', floor: '0' }),
      await makeRoom(database(), property, { room_number: '102', floor: '0' }),
    ];
    await changeFloor(manager, rooms[0], '1');
    await changeFloor(other, rooms[1], '2');
    await queryAs(database(), manager, `update public.accom_properties set name = 'Lantern' where id = $1`, [
      property.id,
    ]);
  });

  it('has who did what to which thing, newest first', async () => {
    const { entries, people } = await read(manager);
    expect(entries.slice(0, 3)).toMatchObject([
      { table: 'accom_properties', action: 'changed', name: 'Lantern', person: people[manager.accountId] },
      { table: 'accom_rooms', action: 'changed', name: '102', person: people[other.accountId] },
      { table: 'accom_rooms', action: 'changed', name: '101', person: people[manager.accountId] },
    ]);
    expect(entries.find(({ table }) => table === 'property_members')).toMatchObject({
      actor: 'job',
      person: null,
      name: people[other.accountId],
      canUndo: false,
    });
  });

  it.each<[string, () => Record<string, unknown>, (entry: Entry) => boolean]>([
    ['a person', () => ({ person: other.accountId }), ({ name }) => name === '102'],
    ['a kind of thing', () => ({ thing: 'accom_rooms' }), ({ table }) => table === 'accom_rooms'],
    ['an action', () => ({ action: 'changed' }), ({ action }) => action === 'changed'],
    ['one row', () => ({ row_id: rooms[0]?.id }), ({ name }) => name === '101'],
    [
      'several at once',
      () => ({ person: manager.accountId, thing: 'accom_rooms', action: 'changed' }),
      ({ name, action }) => name === '101' && action === 'changed',
    ],
  ])('is filtered by %s', async (_, filters, isExpected) => {
    const all = (await read(manager)).entries;
    const { entries } = await read(manager, filters());
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.every(isExpected)).toBe(true);
    if (Object.keys(filters()).length === 1 && !('person' in filters()))
      expect(entries).toEqual(all.filter(isExpected));
  });

  it('is filtered by days, which are those of the property', async () => {
    const [days] = await database().sql<{ today: string; before: string; after: string }>(
      `select today::text, (today - 1)::text as before, (today + 1)::text as after
       from (select (now() at time zone timezone)::date as today from public.accom_properties where id = $1) p`,
      [property.id],
    );
    const all = (await read(manager)).entries.length;
    expect((await read(manager, { first_day: days?.today, last_day: days?.today })).entries).toHaveLength(
      all,
    );
    expect((await read(manager, { last_day: days?.before })).entries).toEqual([]);
    expect((await read(manager, { first_day: days?.after })).entries).toEqual([]);
  });

  it('comes in pages that follow each other without a gap, with one entry more where there is a next page', async () => {
    const all = (await read(manager)).entries;
    const pages: Entry[] = [];
    let last: Entry | undefined;
    for (;;) {
      const { entries } = await read(manager, {
        page_size: 2,
        ...(last === undefined ? {} : { after_at: last.at, after_id: last.id }),
      });
      pages.push(...entries.slice(0, 2));
      last = entries[1];
      if (entries.length <= 2) break;
    }
    expect(pages).toEqual(all);
  });

  it('tells which entry was undone by which', async () => {
    const before = (await read(manager, { row_id: rooms[1]?.id })).entries[0];
    await queryAs(database(), manager, 'select public.undo_change($1, $2)', [before?.id, 'Wrong floor']);
    const [undo, undone] = (await read(manager, { row_id: rooms[1]?.id })).entries;
    expect(undone).toMatchObject({ id: before?.id, undoneBy: undo?.id });
    expect(undo).toMatchObject({ undoes: before?.id, undoneBy: null, canUndo: true });
  });

  it('still names somebody who has left', async () => {
    const leaver = await signUpMember(database(), property.id, 'manager');
    await changeFloor(leaver, rooms[0], '7');
    await queryAs(database(), leaver, 'select public.leave_property($1)', [property.id]);
    const [entry] = (await read(manager, { row_id: rooms[0]?.id })).entries;
    expect(entry?.person).toMatch(/^manager-.*@example\.com$/);
  });

  describe('its readers', () => {
    it.each(['staff', 'housekeeper'] as const)('%s may not', async (role) => {
      const member = await signUpMember(database(), property.id, role);
      await expect(read(member)).rejects.toMatchObject({ message: 'forbidden' });
    });

    it('for another owner the property does not exist', async () => {
      const stranger = await signUpMember(database(), (await makeProperty(database())).id, 'owner');
      await expect(read(stranger)).rejects.toMatchObject({ message: 'not_found' });
    });
  });
});

onNativePostgres('the cost of the history', {}, (database) => {
  it('a page costs the same among 50,000 entries, with each filter', async () => {
    const property = await makeProperty(database());
    const manager = await signUpMember(database(), property.id, 'manager');
    await database().sql(
      `insert into public.audit_log (property_id, actor, account_id, action, table_name, row_id, detail, created_at)
       select $1, 'account', $2, case when n % 1000 = 0 then 'removed' else 'changed' end,
         case when n % 500 = 0 then 'areas' else 'accom_rooms' end, gen_random_uuid(),
         '{"name": "101", "from": {"floor": "1"}, "to": {"floor": "2"}}', now() - make_interval(secs => 60000 - n)
       from generate_series(1, 50000) n`,
      [property.id, manager.accountId],
    );
    await database().sql('vacuum analyze public.audit_log');
    const connections = database().connect({ max: 1 });
    const buffersOf = (call: string) => readBuffers(connections, manager, call);
    // The page itself and the check of who asks. Entries that a filter finds far apart are a page of the table each, which is why
    // the desk reads 25 at a time.
    const filters = ['', `, person => '${manager.accountId}'`, `, thing => 'areas'`, `, action => 'removed'`];
    for (const filter of filters) {
      const buffers = await buffersOf(
        `public.read_history(property_id => '${property.id}', page_size => 25${filter})`,
      );
      expect(buffers, filter).toBeLessThanOrEqual(60);
    }
  });
});
