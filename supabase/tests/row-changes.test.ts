import { describe, expect, it } from 'vitest';
import { makeProperty, makeRoom, type Property } from './support/make-property.ts';
import { onEachEngine } from './support/on-each-engine.ts';
import { type Person, queryAs, serviceRole, signUpMember } from './support/people.ts';

/** The tables that members edit. */
const editedTables = [
  'accom_local_deals',
  'accom_properties',
  'accom_room_type_seasons',
  'accom_room_types',
  'accom_rooms',
  'accom_service_categories',
  'accom_service_items',
  'accom_useful_numbers',
  'areas',
  'incidents',
  'pictures',
  'property_members',
  'signs',
];

onEachEngine('the log of row changes', {}, (database) => {
  /** What the log has of a row, oldest first. */
  const readLog = (rowId: unknown) =>
    database().sql(
      'select action, actor, account_id, table_name, detail from public.audit_log where row_id = $1 order by created_at',
      [rowId],
    );
  const setUp = async (): Promise<{ property: Property; manager: Person & { accountId: string } }> => {
    const property = await makeProperty(database());
    return { property, manager: await signUpMember(database(), property.id, 'manager') };
  };

  it('every table that a member may write is logged', async () => {
    const tables = await database().sql<{ name: string; logged: boolean }>(
      `select c.relname as name, exists (
         select from pg_catalog.pg_trigger t
         where t.tgrelid = c.oid
           and t.tgfoid in ('private.audit_row_change()'::regprocedure, 'private.audit_step()'::regprocedure)
       ) as logged
       from pg_catalog.pg_class c
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'accounts'
         and (has_any_column_privilege('authenticated', c.oid, 'insert, update')
           or has_table_privilege('authenticated', c.oid, 'delete') or c.relname = 'property_members')
       order by 1`,
    );
    expect(tables).toEqual(editedTables.map((name) => ({ name, logged: true })));
  });

  it('a new row is logged whole, a changed one with what changed, and a removed one whole, each with who did it', async () => {
    const { property, manager } = await setUp();
    const [added] = await queryAs(
      database(),
      manager,
      `insert into public.accom_useful_numbers (property_id, category, label, phone)
       values ($1, 'Taxi', 'Green cars', '+84 236 000 000') returning id`,
      [property.id],
    );
    await queryAs(
      database(),
      manager,
      `update public.accom_useful_numbers set label = 'Blue cars' where id = $1`,
      [added?.['id']],
    );
    await queryAs(database(), manager, 'delete from public.accom_useful_numbers where id = $1', [
      added?.['id'],
    ]);
    const entry = {
      actor: 'account',
      account_id: manager.accountId,
      table_name: 'accom_useful_numbers',
    };
    const whole = { category: 'Taxi', phone: '+84 236 000 000', property_id: property.id, sort_order: 1 };
    expect(await readLog(added?.['id'])).toMatchObject([
      {
        ...entry,
        action: 'added',
        detail: { name: 'Green cars', from: null, to: { ...whole, label: 'Green cars' } },
      },
      {
        ...entry,
        action: 'changed',
        detail: { name: 'Blue cars', from: { label: 'Green cars' }, to: { label: 'Blue cars' } },
      },
      {
        ...entry,
        action: 'removed',
        detail: { name: 'Blue cars', from: { ...whole, label: 'Blue cars' }, to: null },
      },
    ]);
  });

  it('a statement that changes nothing leaves no entry', async () => {
    const { property, manager } = await setUp();
    const room = await makeRoom(database(), property, { floor: '2' });
    await queryAs(database(), manager, `update public.accom_rooms set floor = '2' where id = $1`, [room.id]);
    expect(await readLog(room.id)).toMatchObject([{ action: 'added' }]);
  });

  it('what nobody did who is signed in is logged as done by a job', async () => {
    const { property } = await setUp();
    const room = await makeRoom(database(), property);
    await queryAs(database(), serviceRole, `update public.accom_rooms set floor = '9' where id = $1`, [
      room.id,
    ]);
    expect(await readLog(room.id)).toMatchObject([
      { action: 'added', actor: 'job', account_id: null },
      { action: 'changed', actor: 'job', account_id: null, detail: { to: { floor: '9' } } },
    ]);
  });

  it('a change of the access settings is logged with both values', async () => {
    const { property, manager } = await setUp();
    await queryAs(
      database(),
      manager,
      `update public.accom_properties set access_settings = access_settings || '{"documents": "off"}' where id = $1`,
      [property.id],
    );
    expect((await readLog(property.id)).at(-1)).toMatchObject({
      account_id: manager.accountId,
      detail: {
        from: { access_settings: { documents: 'fields_only' } },
        to: { access_settings: { documents: 'off' } },
      },
    });
  });

  it('a membership is logged with its account, its role and its switches', async () => {
    const { property } = await setUp();
    const staff = await signUpMember(database(), property.id, 'staff');
    await database().sql(
      `update public.property_members set role = 'manager', sees_money = false where account_id = $1`,
      [staff.accountId],
    );
    await database().sql('delete from public.property_members where account_id = $1', [staff.accountId]);
    const entries = await database().sql(
      `select action, detail from public.audit_log
       where table_name = 'property_members' and detail ->> 'accountId' = $1 order by created_at`,
      [staff.accountId],
    );
    expect(entries).toMatchObject([
      { action: 'added', detail: { to: { role: 'staff', sees_documents: true, sees_money: true } } },
      {
        action: 'changed',
        detail: { from: { role: 'staff', sees_money: true }, to: { role: 'manager', sees_money: false } },
      },
      { action: 'removed', detail: { from: { role: 'manager' } } },
    ]);
  });

  it('a replaced room code has the entry of its function and no other', async () => {
    const { property, manager } = await setUp();
    const room = await makeRoom(database(), property);
    await queryAs(database(), manager, 'select public.replace_room_code($1, $2)', [room.id, room.room_code]);
    expect((await readLog(room.id)).map(({ action }) => action)).toEqual(['added', 'room_code_replaced']);
  });

  it('a hash of a secret never enters the log, whatever table gets the trigger', async () => {
    const { property } = await setUp();
    await database().sql(
      `create table public.keys_of_test (id uuid primary key default gen_random_uuid(), property_id uuid, pin_hash text)`,
    );
    await database().sql(
      `create trigger keys_audit after insert or update or delete on public.keys_of_test
       for each row execute function private.audit_row_change('manager')`,
    );
    try {
      const [row] = await database().sql(
        `insert into public.keys_of_test (property_id, pin_hash) values ($1, 'a-hash') returning id`,
        [property.id],
      );
      await database().sql(`update public.keys_of_test set pin_hash = 'another-hash'`);
      await database().sql('delete from public.keys_of_test');
      const log = await readLog(row?.['id']);
      expect(log.map(({ action }) => action)).toEqual(['added', 'removed']);
      expect(JSON.stringify(log)).not.toContain('hash');
    } finally {
      await database().sql('drop table public.keys_of_test');
    }
  });

  describe('the version of a place', () => {
    const readVersion = async (person: Person, propertyId: string) => {
      const [row] = await queryAs<{ version: Date | string }>(
        database(),
        person,
        `select public.desk_pulse($1) ->> 'version' as version`,
        [propertyId],
      );
      return row === undefined ? undefined : new Date(row.version).getTime();
    };

    it('every member reads it, and it moves with each change', async () => {
      const { property, manager } = await setUp();
      const housekeeper = await signUpMember(database(), property.id, 'housekeeper');
      const before = await readVersion(housekeeper, property.id);
      expect(await readVersion(manager, property.id)).toBe(before);
      await new Promise((resolve) => setTimeout(resolve, 2));
      await makeRoom(database(), property);
      expect(await readVersion(housekeeper, property.id)).toBeGreaterThan(before ?? Number.NaN);
    });

    it('somebody else is told that the place does not exist', async () => {
      const { property } = await setUp();
      const other = await signUpMember(database(), (await makeProperty(database())).id, 'owner');
      await expect(readVersion(other, property.id)).rejects.toMatchObject({ message: 'not_found' });
    });
  });
});
