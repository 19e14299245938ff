import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import { makeProperty, makeRoom } from './support/make-property.ts';
import { makeRoomType } from './support/make-room-type.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { type Person, queryAs, runOnConnection, signUpMember } from './support/people.ts';

type Added = { added: { id: string; number: string }[]; existing: string[] };

const call = 'select public.add_rooms($1, $2::jsonb) as result';

async function addRooms(database: TestDatabase, person: Person, propertyId: string, rooms: unknown) {
  const [row] = await queryAs<{ result: Added }>(database, person, call, [propertyId, rooms]);
  return row?.result ?? { added: [], existing: [] };
}

const readRooms = (database: TestDatabase, propertyId: string) =>
  database.sql(
    `select room_number, beds, capacity, floor, room_code ~ '^RM-' as has_code from public.accom_rooms
     where property_id = $1 order by room_number`,
    [propertyId],
  );

onNativePostgres('add_rooms', {}, (database) => {
  it('a manager adds private rooms and dorms in one call, each with a code of its own', async () => {
    const property = await makeProperty(database());
    const manager = await signUpMember(database(), property.id, 'manager');
    const { added, existing } = await addRooms(database(), manager, property.id, [
      { number: '102', floor: '1' },
      { number: '101', capacity: 3, floor: '' },
      { number: 'D1', beds: ['1', '2', '3', '4'] },
    ]);
    expect(added.map(({ number }) => number)).toEqual(['102', '101', 'D1']);
    expect(existing).toEqual([]);
    expect(await readRooms(database(), property.id)).toEqual([
      { room_number: '101', beds: [], capacity: 3, floor: null, has_code: true },
      { room_number: '102', beds: [], capacity: 2, floor: '1', has_code: true },
      { room_number: 'D1', beds: ['1', '2', '3', '4'], capacity: 4, floor: null, has_code: true },
    ]);
  });

  it('a room sleeps as many as its type says, unless it says so itself', async () => {
    const property = await makeProperty(database());
    const type = await makeRoomType(database(), property, { capacity: 5 });
    const manager = await signUpMember(database(), property.id, 'manager');
    await addRooms(database(), manager, property.id, [
      { number: '1', roomTypeId: type.id },
      { number: '2', roomTypeId: type.id, capacity: 3 },
      { number: '3', roomTypeId: type.id, beds: ['a', 'b'] },
    ]);
    const rooms = await readRooms(database(), property.id);
    expect(rooms.map((room) => room['capacity'])).toEqual([5, 3, 2]);
    const foreign = await makeRoomType(database(), await makeProperty(database()));
    const theirs = addRooms(database(), manager, property.id, [{ number: '4', roomTypeId: foreign.id }]);
    expect(await catchDatabaseError(theirs)).toMatchObject({ message: 'invalid_request' });
  });

  it('a number that is there already is reported, and its room stays as it is', async () => {
    const property = await makeProperty(database());
    const other = await makeProperty(database());
    await makeRoom(database(), other, { room_number: '102' });
    await makeRoom(database(), property, { room_number: '101', capacity: 7 });
    const owner = await signUpMember(database(), property.id, 'owner');
    const rooms = [{ number: '101', capacity: 1 }, { number: '102' }, { number: '102' }];
    const first = await addRooms(database(), owner, property.id, rooms);
    expect(first).toMatchObject({ added: [{ number: '102' }], existing: ['101'] });
    const second = await addRooms(database(), owner, property.id, rooms);
    expect(second).toEqual({ added: [], existing: ['101', '102'] });
    expect(await readRooms(database(), property.id)).toMatchObject([{ capacity: 7 }, { room_number: '102' }]);
  });

  it.each([
    ['no list', { number: '101' }],
    ['nothing', []],
    ['a room that is no object', [{ number: '101' }, '102']],
    ['a room without a number', [{ number: '101' }, { floor: '1' }]],
    ['a number that is too long', [{ number: '101' }, { number: 'x'.repeat(41) }]],
    ['a bed without a name', [{ number: '101' }, { number: 'D1', beds: [''] }]],
    ['more guests than a room can sleep', [{ number: '101' }, { number: '102', capacity: 201 }]],
    ['501 rooms', Array.from({ length: 501 }, (_, index) => ({ number: String(index) }))],
  ])('%s is refused, and no room is added', async (_case, rooms) => {
    const property = await makeProperty(database());
    const manager = await signUpMember(database(), property.id, 'manager');
    const error = await catchDatabaseError(addRooms(database(), manager, property.id, rooms));
    expect(error).toEqual({
      code: 'PT400',
      message: 'invalid_request',
      detail: { reason: 'rooms_cannot_be_added' },
    });
    expect(await readRooms(database(), property.id)).toEqual([]);
  });

  it('staff may not add rooms, and another owner is told that the place does not exist', async () => {
    const property = await makeProperty(database());
    const staff = await signUpMember(database(), property.id, 'staff');
    const stranger = await signUpMember(database(), (await makeProperty(database())).id, 'owner');
    const rooms = [{ number: '101' }];
    expect(await catchDatabaseError(addRooms(database(), staff, property.id, rooms))).toMatchObject({
      message: 'forbidden',
    });
    for (const id of [property.id, crypto.randomUUID(), null]) {
      const error = await catchDatabaseError(queryAs(database(), stranger, call, [id, rooms]));
      expect(error).toMatchObject({ message: 'not_found' });
    }
    expect(await readRooms(database(), property.id)).toEqual([]);
  });

  it('the log has each room that was added, with who added it', async () => {
    const property = await makeProperty(database());
    const manager = await signUpMember(database(), property.id, 'manager');
    await addRooms(database(), manager, property.id, [{ number: '101' }, { number: '102' }]);
    const log = await database().sql(
      `select action, account_id, detail ->> 'name' as name from public.audit_log
       where property_id = $1 and table_name = 'accom_rooms' order by name`,
      [property.id],
    );
    const entry = { action: 'added', account_id: manager.accountId };
    expect(log).toEqual([
      { ...entry, name: '101' },
      { ...entry, name: '102' },
    ]);
  });
});

onNativePostgres('add_rooms at once', {}, (database) => {
  it('of managers who add the same rooms at the same moment, one adds each room', async () => {
    const property = await makeProperty(database());
    const manager = await signUpMember(database(), property.id, 'manager');
    const rooms = Array.from({ length: 100 }, (_, index) => ({ number: String(100 + index) }));
    const connections = database().connect({ max: 6 });
    const results = await Promise.all(
      Array.from({ length: 6 }, () =>
        runOnConnection(connections, manager, async (sql) => {
          const [row] = await sql<{ result: Added }[]>`
            select public.add_rooms(${property.id}, ${sql.json(rooms)}) as result`;
          return row?.result.added.length ?? 0;
        }),
      ),
    );
    expect(results.reduce((sum, count) => sum + count, 0)).toBe(100);
    expect(await readRooms(database(), property.id)).toHaveLength(100);
  });
});
