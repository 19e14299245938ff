import { createNativeTestDatabase } from '@gudbro/supabase-local/native';
import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { locales } from '@/i18n/locales';
import { messagesOf } from '@/i18n/messages';
import { findPlaceId } from '@/testing/find-place-id';
import { submitAs, useDatabase } from '@/testing/next-request';
import { type SignedInAccount, signUpAccount } from '@/testing/sign-up-account';
import { undoEntryAction } from './actions.ts';
import { actions, readFilters, things } from './history-filters.ts';
import { isHidden, isTime } from './list-changes.ts';
import { readUndo } from './may-undo.ts';
import { getEntry, readHistory } from './queries.ts';
import { findThingPath } from './thing-path.ts';

vi.mock('next/headers', () => import('@/testing/next-request'));
vi.mock('next/cache', () => import('@/testing/next-request'));

let db: TestDatabase;
let owner: SignedInAccount;
let staff: SignedInAccount;
let otherOwner: SignedInAccount;
let sunset: string;

beforeAll(async () => {
  db = await createNativeTestDatabase({ seed: true });
  await useDatabase(db);
  owner = await signUpAccount(db, 'owner@example.com');
  staff = await signUpAccount(db, 'staff@example.com');
  otherOwner = await signUpAccount(db, 'other@example.com');
  sunset = await findPlaceId(db, 'sunset-hotel');
});

afterAll(() => db.close());

async function changeFloor(floor: string) {
  await owner.client.query((source) =>
    source.from('accom_rooms').update({ floor }).eq('property_id', sunset).eq('room_number', '203'),
  );
  const filters = { thing: 'accom_rooms', action: 'changed' };
  const { entries } = await readHistory(owner.client, sunset, { filters, after: null, pageSize: 50 });
  const [entry] = entries;
  if (entry === undefined) throw new Error('the change has an entry');
  return entry;
}

test('the history of the demo begins without what made the demo, and still refuses to be changed', async () => {
  const { entries } = await readHistory(owner.client, sunset, { filters: {}, after: null, pageSize: 50 });
  expect(entries).toEqual([]);
  await changeFloor('7');
  await expect(db.sql('delete from public.audit_log')).rejects.toThrow('conflict');
});

test('an owner reads an entry and undoes it', async () => {
  const { id } = await changeFloor('9');
  const { entry, people } = await getEntry(owner.client, sunset, id);
  expect(entry).toMatchObject({ name: '203', personId: owner.accountId, detail: { to: { floor: '9' } } });
  expect(people[owner.accountId]).toBe(entry.person);
  const undone = await submitAs(owner, undoEntryAction, { place: 'sunset-hotel', id, reason: '' });
  expect(undone).toMatchObject({ ok: true, done: 'undone' });
  expect((await getEntry(owner.client, sunset, id)).entry.undoneBy).not.toBeNull();
  expect(await submitAs(owner, undoEntryAction, { place: 'sunset-hotel', id, reason: '' })).toMatchObject({
    reason: 'undone_already',
  });
});

test('staff and another owner neither read the history nor undo', async () => {
  const { id } = await changeFloor('8');
  const page = { filters: {}, after: null, pageSize: 50 };
  await expect(readHistory(staff.client, sunset, page)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(readHistory(otherOwner.client, sunset, page)).rejects.toMatchObject({ code: 'not_found' });
  const form = { place: 'sunset-hotel', id, reason: 'Mine' };
  expect(await submitAs(staff, undoEntryAction, form)).toMatchObject({ error: 'forbidden' });
  expect(await submitAs(otherOwner, undoEntryAction, form)).toMatchObject({ error: 'not_found' });
  expect(await submitAs(otherOwner, undoEntryAction, { ...form, place: 'quiet-house' })).toMatchObject({
    error: 'not_found',
  });
});

test('an entry of another place is not found', async () => {
  const { id } = await changeFloor('7');
  const quiet = await findPlaceId(db, 'quiet-house');
  await expect(getEntry(otherOwner.client, quiet, id)).rejects.toMatchObject({ code: 'not_found' });
});

test('a filter in an address that cannot be one is left out', () => {
  expect(
    readFilters({
      person: 'x',
      thing: 'accom_rooms',
      action: ['added'],
      from: '2026-02-31',
      to: '2026-02-28',
      more: 'y',
    }),
  ).toEqual({ thing: 'accom_rooms', to: '2026-02-28' });
});

test('an entry is undone plainly by its author for ten minutes, later and by others with a reason', () => {
  const entry = { canUndo: true, undoneBy: null, personId: 'a', at: '2026-11-27T10:00:00Z' };
  const after = (minutes: number) => new Date(Date.parse(entry.at) + minutes * 60_000);
  expect(readUndo(entry, 'a', after(9))).toBe('plainly');
  expect(readUndo(entry, 'a', after(10))).toBe('with_reason');
  expect(readUndo(entry, 'b', after(1))).toBe('with_reason');
  expect(readUndo({ ...entry, undoneBy: 'c' }, 'a', after(1))).toBe('no');
  expect(readUndo({ ...entry, canUndo: false }, 'a', after(1))).toBe('no');
});

test.each(locales)(
  'every table, action and column of the log has a name in %s, and the filters offer it',
  async (locale) => {
    const messages: Record<string, string> = messagesOf[locale].History;
    const columns = await db.sql<{ table: string; column: string }>(
      `select c.relname as table, a.attname as column
     from pg_trigger t
     join pg_class c on c.oid = t.tgrelid
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where t.tgfoid = 'private.audit_row_change'::regproc and not t.tgisinternal
       and a.attname <> all (string_to_array(encode(t.tgargs, 'escape'), '\\000'))
       and (t.tgattr = '' or a.attnum = any (t.tgattr::int2[]))`,
    );
    const functions = await db.sql<{ source: string }>(
      `select prosrc as source from pg_proc where prosrc like '%write_audit(%' and proname <> 'audit_row_change'`,
    );
    // What an entry of a function tells besides: the keys of the object that is written.
    const facts = functions
      .flatMap(({ source }) => source.split('write_audit(').slice(1))
      .map((call) => call.slice(0, call.search(/\);\n/)))
      .filter((call) => call.includes('jsonb_build_object('))
      .map((call) => call.slice(call.indexOf('jsonb_build_object(')))
      .flatMap((object) => [...object.matchAll(/[(,]\s*'(\w+)',/g)].map(([, key = '']) => key))
      .filter((key) => !['from', 'to'].includes(key));
    const written = functions.flatMap(({ source }) =>
      [...source.matchAll(/write_audit\(\s*[^';]*'([a-z_]+)',\s*'([a-z_]+)'/g)].map(
        ([, action = '', table = '']) => ({
          action,
          table,
        }),
      ),
    );
    expect(columns.length).toBeGreaterThan(50);
    expect(written.length).toBeGreaterThan(10);
    expect(facts).toContain('foreign');
    const found = new Set([...columns, ...written].map(({ table }) => table));
    const happened = new Set(['added', 'changed', 'removed', ...written.map(({ action }) => action)]);
    const needed = [
      ...[...found].map((table) => `thing_${table}`),
      ...[...happened].map((action) => `action_${action}`),
      ...[...columns.map(({ column }) => column), ...facts]
        .filter((field) => !isHidden(field))
        .map((field) => `field_${field}`),
    ];
    expect(needed.filter((key) => messages[key] === undefined)).toEqual([]);
    expect([...found].filter((table) => !things.some((thing) => thing === table))).toEqual([]);
    expect([...happened].filter((action) => !actions.some((one) => one === action))).toEqual([]);
  },
);

test.each(locales)('every choice that a column of the log has is called something in %s', async (locale) => {
  const messages: Record<string, string> = messagesOf[locale].History;
  const choices = await db.sql<{ value: string }>(
    `select e.enumlabel as value from pg_trigger t
     join pg_attribute a on a.attrelid = t.tgrelid and a.attnum > 0 and (t.tgattr = '' or a.attnum = any (t.tgattr::int2[]))
     join pg_enum e on e.enumtypid = a.atttypid
     where t.tgfoid = 'private.audit_row_change'::regproc
     union
     select value[1] from pg_constraint c
     join pg_trigger t on t.tgrelid = c.conrelid and t.tgfoid = 'private.audit_row_change'::regproc,
       regexp_matches(substring(pg_get_constraintdef(c.oid) from 'ANY \\(\\(?ARRAY\\[(.*?)\\]'), '''([a-z_]+)''::text', 'g') value
     where c.contype = 'c'
     union
     select value[1] from pg_proc p, regexp_matches(p.prosrc, '[(,] ?''"([a-z_]+)"''', 'g') value
     where p.proname = 'is_access_settings'`,
  );
  const values = choices.map(({ value }) => value);
  expect(values).toEqual(
    expect.arrayContaining(['housekeeper', 'resort', 'on_delivery', 'fields_only', 'pin']),
  );
  expect(values.filter((value) => messages[`value_${value}`] === undefined)).toEqual([]);
});

test('days and times are told from texts by the names of their columns', async () => {
  const columns = await db.sql<{ name: string; type: string }>(
    `select distinct a.attname as name, a.atttypid::regtype::text as type from pg_trigger t
     join pg_attribute a on a.attrelid = t.tgrelid and a.attnum > 0 and not a.attisdropped
     where t.tgfoid = 'private.audit_row_change'::regproc
       and a.attname <> all (string_to_array(encode(t.tgargs, 'escape'), '\\000'))
       and (t.tgattr = '' or a.attnum = any (t.tgattr::int2[]))`,
  );
  const shown = columns.filter(({ name }) => !isHidden(name));
  const areTimes = (type: string) => type === 'date' || type.startsWith('time');
  expect(shown.filter(({ type }) => areTimes(type)).length).toBeGreaterThan(5);
  expect(shown.filter(({ name, type }) => isTime(name) !== areTimes(type))).toEqual([]);
});

test('an entry that moved a room to another type names both types, and one that is gone no longer', async () => {
  const types = await db.sql<{ id: string; name: string }>(
    `insert into public.accom_room_types (property_id, name) values ($1, 'Attic'), ($1, 'Cellar') returning id, name`,
    [sunset],
  );
  const [room] = await db.sql<{ id: string }>(
    `insert into public.accom_rooms (property_id, room_number, room_type_id) values ($1, 'T1', $2) returning id`,
    [sunset, types[0]?.id],
  );
  const move = (type: string | null) =>
    db.sql('update public.accom_rooms set room_type_id = $2 where id = $1', [room?.id, type]);
  const readNames = async () => {
    const filters = { row: room?.id ?? '', action: 'changed' };
    const { entries, names } = await readHistory(owner.client, sunset, {
      filters,
      after: null,
      pageSize: 50,
    });
    expect(entries.length).toBeGreaterThan(0);
    return names;
  };
  await move(types[1]?.id ?? '');
  expect(await readNames()).toEqual(Object.fromEntries(types.map(({ id, name }) => [id, name])));
  await move(null);
  await db.sql('delete from public.accom_room_types where id = $1', [types[0]?.id]);
  expect(await readNames()).toEqual({ [types[1]?.id ?? '']: 'Cellar' });
});

test.each([
  ['accom_rooms', 'rooms/{id}'],
  ['accom_bookings', 'bookings/{id}'],
  ['accom_room_types', 'types/{id}'],
  ['accom_room_type_seasons', 'types/{type}/seasons/{id}'],
  ['accom_service_items', 'catalogue/{id}'],
  ['accom_useful_numbers', 'numbers/{id}'],
  ['areas', 'areas/{id}'],
  ['property_members', 'members/{id}'],
])('an entry of %s leads to its thing, while that is there and of the place', async (table, screen) => {
  const [row] = await db.sql<{ id: string; type: string | null }>(
    `select t.id, to_jsonb(t) ->> 'room_type_id' as type from public.${table} t where t.property_id = $1 limit 1`,
    [sunset],
  );
  const place = { id: sunset, slug: 'sunset-hotel', seesDocuments: true };
  const find = (rowId: string | null) => findThingPath(owner.client, place, { table, rowId });
  const path = screen.replace('{id}', row?.id ?? 'none').replace('{type}', row?.type ?? 'none');
  expect(await find(row?.id ?? '')).toBe(`/p/sunset-hotel/${path}`);
  expect(await find(crypto.randomUUID())).toBeNull();
  expect(await find(null)).toBeNull();
  const [foreign] = await db.sql<{ id: string }>(
    `select t.id from public.${table} t where t.property_id <> $1 limit 1`,
    [sunset],
  );
  if (foreign !== undefined) expect(await find(foreign.id)).toBeNull();
});

test('an entry of a table without a screen leads nowhere', async () => {
  const place = { id: sunset, slug: 'sunset-hotel', seesDocuments: true };
  const rowId = crypto.randomUUID();
  expect(await findThingPath(owner.client, place, { table: 'guest_sessions', rowId })).toBeNull();
  expect(await findThingPath(owner.client, place, { table: 'toString', rowId })).toBeNull();
});

test('an entry of a document leads there whoever sees documents, and nobody else', async () => {
  const rowId = crypto.randomUUID();
  const find = (seesDocuments: boolean) =>
    findThingPath(
      owner.client,
      { id: sunset, slug: 'sunset-hotel', seesDocuments },
      { table: 'accom_guest_documents', rowId },
    );
  expect(await find(true)).toBe(`/p/sunset-hotel/documents/${rowId}`);
  expect(await find(false)).toBeNull();
});
