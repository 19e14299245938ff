import { describe, expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import {
  insertRow,
  makeBooking,
  makeProperty,
  makeRoom,
  makeSession,
  type Property,
} from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { anon, type Person, queryAs, runOnConnection, signUpMember, staysServer } from './support/people.ts';

const conflict = (reason: string) => ({ code: 'PT409', message: 'conflict', detail: { reason } });
const needsReason = { code: 'PT400', detail: { reason: 'undo_needs_a_reason' } };

onNativePostgres('undoing a change', {}, (database) => {
  const setUp = async () => {
    const property = await makeProperty(database());
    const manager = await signUpMember(database(), property.id, 'manager');
    const room = await makeRoom(database(), property, { floor: '1', beds: [] });
    return { property, manager, room };
  };
  const run = (person: Person, statement: string, params: unknown[]) =>
    queryAs(database(), person, statement, params);
  const newestEntry = async (rowId: unknown) => {
    const [entry] = await database().sql<{ id: string; detail: Record<string, unknown> }>(
      'select id, detail from public.audit_log where row_id = $1 order by created_at desc limit 1',
      [rowId],
    );
    if (entry === undefined) throw new Error('the row has an entry');
    return entry;
  };
  const undo = async (person: Person, changeId: string, reason: string | null = null) => {
    const [row] = await run(person, 'select public.undo_change($1, $2) as entry', [changeId, reason]);
    return String(row?.['entry']);
  };
  const changeFloor = async (person: Person, roomId: string, floor: string) => {
    await run(person, 'update public.accom_rooms set floor = $2 where id = $1', [roomId, floor]);
    return (await newestEntry(roomId)).id;
  };
  const readRow = async (table: string, id: unknown) =>
    (await database().sql(`select * from public.${table} where id = $1`, [id]))[0];
  /** The log is append-only, so the entry is made older with its trigger off. */
  const age = async (changeId: string, minutes: number) => {
    await database().sql('alter table public.audit_log disable trigger audit_log_is_append_only');
    await database().sql(
      'update public.audit_log set created_at = created_at - make_interval(mins => $2) where id = $1',
      [changeId, minutes],
    );
    await database().sql('alter table public.audit_log enable trigger audit_log_is_append_only');
  };

  it('a changed row gets its old values back, and nothing that was changed since is lost', async () => {
    const { manager, room } = await setUp();
    const change = await changeFloor(manager, room.id, '2');
    await run(manager, 'update public.accom_rooms set capacity = 4 where id = $1', [room.id]);
    await undo(manager, change);
    expect(await readRow('accom_rooms', room.id)).toMatchObject({ floor: '1', capacity: 4 });
  });

  it('values of every kind come back as they were', async () => {
    const { property, manager } = await setUp();
    const before = await readRow('accom_properties', property.id);
    await run(
      manager,
      `update public.accom_properties set house_rules = '{"No smoking", "Quiet, please"}', checkin_time = '15:30',
         wifi_zones = '[{"name": "Pool", "network": "Pool"}]', orders_arrive_minutes = null, contact_phone = '+84 1',
         translations = '{"vi": {"description": "Xin chào"}}', is_listed = true, wifi_password = 'sunsetbeach'
       where id = $1`,
      [property.id],
    );
    await undo(manager, (await newestEntry(property.id)).id);
    const after = await readRow('accom_properties', property.id);
    expect({ ...after, updated_at: null }).toEqual({ ...before, updated_at: null });
  });

  it('a change that somebody wrote over is not undone', async () => {
    const { manager, room } = await setUp();
    const change = await changeFloor(manager, room.id, '2');
    await changeFloor(manager, room.id, '3');
    expect(await catchDatabaseError(undo(manager, change))).toEqual(conflict('changed_meanwhile'));
    expect(await readRow('accom_rooms', room.id)).toMatchObject({ floor: '3' });
  });

  it('a change of a row that is gone is not undone', async () => {
    const { manager, room } = await setUp();
    const change = await changeFloor(manager, room.id, '2');
    await run(manager, 'delete from public.accom_rooms where id = $1', [room.id]);
    expect(await catchDatabaseError(undo(manager, change))).toEqual(conflict('changed_meanwhile'));
  });

  it('a removed room comes back with its id and its code, so that its print works again', async () => {
    const { manager, room } = await setUp();
    const before = await readRow('accom_rooms', room.id);
    await run(manager, 'delete from public.accom_rooms where id = $1', [room.id]);
    await undo(manager, (await newestEntry(room.id)).id);
    expect({ ...(await readRow('accom_rooms', room.id)), updated_at: null }).toEqual({
      ...before,
      updated_at: null,
    });
  });

  it('a removed category comes back with the items that were removed with it, and with no others', async () => {
    const { property, manager } = await setUp();
    const { category, items } = await makeCategory(property);
    await run(manager, 'delete from public.accom_service_items where id = $1', [items[0]]);
    await run(manager, 'delete from public.accom_service_categories where id = $1', [category]);
    await undo(manager, (await newestEntry(category)).id);
    expect(await readRow('accom_service_categories', category)).toMatchObject({ name: 'Drinks' });
    expect(await readRow('accom_service_items', items[0])).toBeUndefined();
    expect(await readRow('accom_service_items', items[1])).toMatchObject({ name: 'Tea', price: 200 });
    const tea = await newestEntry(items[1]);
    expect(tea.detail).toMatchObject({ from: null, to: { name: 'Tea' } });
    expect(await catchDatabaseError(undo(manager, (await removalOf(items[1])).id))).toEqual(
      conflict('undone_already'),
    );
  });

  it('an item whose category is gone does not come back alone', async () => {
    const { property, manager } = await setUp();
    const { category, items } = await makeCategory(property);
    await run(manager, 'delete from public.accom_service_categories where id = $1', [category]);
    expect(await catchDatabaseError(undo(manager, (await newestEntry(items[0])).id, 'Back'))).toEqual(
      conflict('parent_is_gone'),
    );
  });

  it('a removed room does not come back when its number was taken meanwhile', async () => {
    const { property, manager, room } = await setUp();
    await run(manager, 'delete from public.accom_rooms where id = $1', [room.id]);
    const removal = await newestEntry(room.id);
    await makeRoom(database(), property, { room_number: room.room_number });
    expect(await catchDatabaseError(undo(manager, removal.id))).toEqual(conflict('taken_meanwhile'));
  });

  it('an added row is removed', async () => {
    const { property, manager } = await setUp();
    const [room] = await run(
      manager,
      `insert into public.accom_rooms (property_id, room_number) values ($1, '301') returning id`,
      [property.id],
    );
    await undo(manager, (await newestEntry(room?.['id'])).id);
    expect(await readRow('accom_rooms', room?.['id'])).toBeUndefined();
  });

  it.each([
    ['a booking', makeBooking],
    ['a guest session', makeSession],
  ])('an added room that has %s by now is not removed', async (_, makeStay) => {
    const { property, manager } = await setUp();
    const room = await makeRoom(database(), property);
    await makeStay(database(), room);
    const { id } = await newestEntry(room.id);
    expect(await catchDatabaseError(undo(manager, id, 'A mistake'))).toEqual(conflict('still_used'));
  });

  it('an added row that was changed since is not removed', async () => {
    const { manager, room } = await setUp();
    const { id } = await newestEntry(room.id);
    await changeFloor(manager, room.id, '2');
    expect(await catchDatabaseError(undo(manager, id, 'A mistake'))).toEqual(conflict('changed_meanwhile'));
  });

  it('an undo is logged with its reason, can be undone itself, and no entry is undone twice', async () => {
    const { manager, room } = await setUp();
    const change = await changeFloor(manager, room.id, '2');
    const undone = await undo(manager, change, ' It was the wrong room ');
    const [entry] = await database().sql('select * from public.audit_log where id = $1', [undone]);
    expect(entry).toMatchObject({
      action: 'changed',
      account_id: manager.accountId,
      undoes: change,
      detail: { from: { floor: '2' }, to: { floor: '1' }, reason: 'It was the wrong room' },
    });
    expect(await catchDatabaseError(undo(manager, change))).toEqual(conflict('undone_already'));
    await undo(manager, undone);
    expect(await readRow('accom_rooms', room.id)).toMatchObject({ floor: '2' });
  });

  it('what is written after an undo in the same transaction is an entry of its own', async () => {
    const { manager, room } = await setUp();
    const change = await changeFloor(manager, room.id, '2');
    await database().as(manager.role, manager.claims, async (sql) => {
      await sql('select public.undo_change($1)', [change]);
      await sql('update public.accom_rooms set capacity = 3 where id = $1', [room.id]);
    });
    const [later] = await database().sql(
      `select undoes from public.audit_log where row_id = $1 and detail -> 'to' ? 'capacity' and action = 'changed'`,
      [room.id],
    );
    expect(later).toEqual({ undoes: null });
  });

  it('its author undoes a change plainly for ten minutes, and then with a reason', async () => {
    const { manager, room } = await setUp();
    const change = await changeFloor(manager, room.id, '2');
    await age(change, 10);
    expect(await catchDatabaseError(undo(manager, change))).toMatchObject(needsReason);
    expect(await catchDatabaseError(undo(manager, change, '  '))).toMatchObject(needsReason);
    await undo(manager, change, 'Guests wrote in');
    expect(await readRow('accom_rooms', room.id)).toMatchObject({ floor: '1' });
  });

  it('another manager undoes a change with a reason, of 500 characters at most', async () => {
    const { property, manager, room } = await setUp();
    const other = await signUpMember(database(), property.id, 'manager');
    const change = await changeFloor(manager, room.id, '2');
    expect(await catchDatabaseError(undo(other, change))).toMatchObject(needsReason);
    expect(await catchDatabaseError(undo(other, change, 'x'.repeat(501)))).toMatchObject({
      detail: { reason: 'reason_is_too_long' },
    });
    await undo(other, change, 'It is on the first floor');
    expect(await readRow('accom_rooms', room.id)).toMatchObject({ floor: '1' });
  });

  it('a manager who is staff by now cannot undo what they did', async () => {
    const { manager, room } = await setUp();
    const change = await changeFloor(manager, room.id, '2');
    await database().sql(`update public.property_members set role = 'staff' where account_id = $1`, [
      manager.accountId,
    ]);
    expect(await catchDatabaseError(undo(manager, change))).toMatchObject({ code: 'PT403' });
  });

  it.each([
    ['staff', 'PT403'],
    ['housekeeper', 'PT403'],
    ['another owner', 'PT404'],
    ['anon', '42501'],
    ['guest_api', '42501'],
  ])('%s cannot undo a change', async (actor, code) => {
    const { property, manager, room } = await setUp();
    const change = await changeFloor(manager, room.id, '2');
    const person = await personOf(actor, property);
    expect(await catchDatabaseError(undo(person, change, 'Mine now'))).toMatchObject({ code });
    expect(await readRow('accom_rooms', room.id)).toMatchObject({ floor: '2' });
  });

  describe('entries that cannot be undone', () => {
    it.each([
      ['a membership', 'property_members', `table_name = 'property_members'`],
      ['an entry of a function', 'accom_rooms', `action = 'room_code_replaced'`],
    ])('%s', async (_what, _table, condition) => {
      const { property, manager, room } = await setUp();
      await run(manager, 'select public.replace_room_code($1, $2)', [room.id, room.room_code]);
      const [entry] = await database().sql<{ id: string }>(
        `select id from public.audit_log where property_id = $1 and ${condition} limit 1`,
        [property.id],
      );
      expect(await catchDatabaseError(undo(manager, entry?.id ?? '', 'Back'))).toEqual(
        conflict('not_undoable'),
      );
    });

    it('the place itself, once it has a member', async () => {
      const { property, manager } = await setUp();
      const [entry] = await database().sql<{ id: string }>(
        `select id from public.audit_log where row_id = $1 and action = 'added'`,
        [property.id],
      );
      expect(await catchDatabaseError(undo(manager, entry?.id ?? '', 'Away'))).toMatchObject(
        conflict('still_used'),
      );
    });

    it('an entry that does not exist', async () => {
      const { manager } = await setUp();
      expect(await catchDatabaseError(undo(manager, crypto.randomUUID()))).toMatchObject({ code: 'PT404' });
    });
  });

  async function makeCategory(property: Property) {
    const { id: category } = await insertRow<{ id: string }>(database(), 'accom_service_categories', {
      property_id: property.id,
      name: 'Drinks',
    });
    const items: string[] = [];
    for (const [name, price] of [
      ['Coffee', 300],
      ['Tea', 200],
    ] as const) {
      const item = await insertRow<{ id: string }>(database(), 'accom_service_items', {
        property_id: property.id,
        category_id: category,
        name,
        price,
      });
      items.push(item.id);
    }
    return { category, items };
  }

  async function removalOf(rowId: unknown) {
    const [entry] = await database().sql<{ id: string }>(
      `select id from public.audit_log where row_id = $1 and action = 'removed'`,
      [rowId],
    );
    return { id: entry?.id ?? '' };
  }

  async function personOf(actor: string, property: Property): Promise<Person> {
    if (actor === 'anon') return anon;
    if (actor === 'guest_api') return staysServer;
    if (actor === 'another owner')
      return signUpMember(database(), (await makeProperty(database())).id, 'owner');
    return signUpMember(database(), property.id, actor === 'staff' ? 'staff' : 'housekeeper');
  }
});

onNativePostgres('undoing at the same time', {}, (database) => {
  it('of several people who undo one change at once, one does', async () => {
    const property = await makeProperty(database());
    const manager = await signUpMember(database(), property.id, 'manager');
    const connections = database().connect({ max: 4 });
    for (let round = 0; round < 5; round += 1) {
      const room = await makeRoom(database(), property, { floor: '1' });
      await queryAs(database(), manager, `update public.accom_rooms set floor = '2' where id = $1`, [
        room.id,
      ]);
      const [entry] = await database().sql<{ id: string }>(
        `select id from public.audit_log where row_id = $1 and action = 'changed'`,
        [room.id],
      );
      const outcomes = await Promise.allSettled(
        Array.from({ length: 4 }, () =>
          runOnConnection(connections, manager, (sql) => sql`select public.undo_change(${entry?.id ?? ''})`),
        ),
      );
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    }
  });
});
