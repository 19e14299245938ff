import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { beforeAll, expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import { checkStay, openSession } from './support/guest-calls.ts';
import { makeProperty, makeRoom, makeSession, type Property } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { anon, type Person, queryAs, signUpMember, staysServer } from './support/people.ts';

const conflict = (reason: string) => ({ code: 'PT409', message: 'conflict', detail: { reason } });
const notFound = { code: 'PT404', message: 'not_found', detail: {} };
const forbidden = { code: 'PT403', message: 'forbidden', detail: {} };

type Made = { id: string; accessCode: string };
type Listed = {
  id: string;
  code: string;
  guestName: string;
  roomNumber: string;
  isOpen: boolean;
  version: string;
};

async function call<Result>(
  database: TestDatabase,
  person: Person,
  name: string,
  args: Record<string, unknown>,
) {
  const named = Object.keys(args).map((key, index) => `${key} => $${index + 1}`);
  const [row] = await queryAs<{ result: Result }>(
    database,
    person,
    `select public.${name}(${named.join(', ')}) as result`,
    Object.values(args),
  );
  if (row === undefined) throw new Error('a function returns one row');
  return row.result;
}

onNativePostgres('access codes of the desk', {}, (database) => {
  let property: Property;
  let staff: Person;
  let manager: Person;
  let housekeeper: Person;
  let stranger: Person;
  /** By the clock of the place, which is seven hours ahead of UTC. */
  const inHours = (hours: number) =>
    new Date(Date.now() + (hours + 7) * 3_600_000).toISOString().slice(0, 16);
  const make = async (args: Record<string, unknown> = {}, person = staff) => {
    const room = args['room_number'] === undefined ? await makeRoom(database(), property) : null;
    return call<Made>(database(), person, 'create_guest_session', {
      property_id: property.id,
      room_number: room?.room_number,
      guest_name: 'Anh Lê',
      ends_at: inHours(24),
      ...args,
    });
  };
  const read = (id: string, person = staff) =>
    call<Listed>(database(), person, 'read_guest_session', { property_id: property.id, session_id: id });
  const list = (isOpen: boolean, person = staff) =>
    call<Listed[]>(database(), person, 'list_guest_sessions', { property_id: property.id, is_open: isOpen });
  const change = async (id: string, args: Record<string, unknown>, person = staff) =>
    call(database(), person, 'change_guest_session', {
      session_id: id,
      version: (await read(id)).version,
      guest_name: 'Anh Lê',
      ends_at: inHours(24),
      ...args,
    });
  const end = (id: string, person = staff) =>
    call(database(), person, 'end_guest_session', { session_id: id });
  const undoLast = async (id: string, person = staff) => {
    const [entry] = await database().sql<{ id: string }>(
      'select id from public.audit_log where row_id = $1 and undo_role is not null order by created_at desc limit 1',
      [id],
    );
    return call(database(), person, 'undo_change', { change_id: entry?.id });
  };

  beforeAll(async () => {
    property = await makeProperty(database());
    staff = await signUpMember(database(), property.id, 'staff');
    manager = await signUpMember(database(), property.id, 'manager');
    housekeeper = await signUpMember(database(), property.id, 'housekeeper');
    stranger = await signUpMember(database(), (await makeProperty(database())).id, 'owner');
  });

  it('the code that the desk makes opens the stay in its room, until the desk ends it, and again after the undo', async () => {
    const room = await makeRoom(database(), property, { room_number: '7b' });
    const { id, accessCode } = await make({ room_number: ' 7B ' });
    const opened = await openSession(database(), accessCode);
    expect(opened).toMatchObject({ ok: true, room: { number: '7b', id: room.id } });
    const subject = { propertyId: property.id, sessionId: id };
    expect(await read(id)).toMatchObject({ guestName: 'Anh Lê', roomNumber: '7b', isOpen: true });
    await end(id);
    expect(await checkStay(database(), subject)).toMatchObject({ error: 'session_expired' });
    expect(await catchDatabaseError(end(id))).toMatchObject({ code: 'PT409', message: 'illegal_step' });
    await undoLast(id);
    expect(await checkStay(database(), subject)).toMatchObject({ ok: true, state: 'live' });
  });

  it('a number without a room is refused, and makes a room only where a manager says so', async () => {
    const number = { room_number: 'Attic' };
    expect(await catchDatabaseError(make(number))).toMatchObject(conflict('no_such_room'));
    expect(await catchDatabaseError(make(number, manager))).toMatchObject(conflict('no_such_room'));
    expect(await catchDatabaseError(make({ ...number, add_room: true }))).toMatchObject(forbidden);
    await make({ ...number, add_room: true }, manager);
    await make(number);
    const rooms = await database().sql(
      'select from public.accom_rooms where property_id = $1 and room_number = $2',
      [property.id, 'Attic'],
    );
    expect(rooms).toHaveLength(1);
  });

  it.each([
    ['switched off', { is_active: false }, 'clean', 'room_is_switched_off'],
    ['out of order', {}, 'out_of_order', 'room_is_out_of_order'],
  ])('no code is made for a room that is %s', async (_, columns, state, reason) => {
    const room = await makeRoom(database(), property, columns);
    await database().sql('update public.room_states set state = $2 where room_id = $1', [room.id, state]);
    expect(await catchDatabaseError(make({ room_number: room.room_number }))).toMatchObject(conflict(reason));
  });

  it.each([
    ['the past', { ends_at: '2020-01-01' }],
    ['no time', { ends_at: null }],
    ['a year and more', { ends_at: inHours(24 * 367) }],
    ['for ever', { ends_at: 'infinity' }],
  ])('a code does not end in %s', async (_, args) => {
    expect(await catchDatabaseError(make(args))).toMatchObject({
      code: 'PT400',
      detail: { reason: 'session_end_is_impossible' },
    });
    const { id } = await make();
    expect(await catchDatabaseError(change(id, args))).toMatchObject({ code: 'PT400' });
  });

  it.each([
    ['too long', 'x'.repeat(101)],
    ['null', null],
  ])('a name that is %s is refused', async (_, name) => {
    expect(await catchDatabaseError(make({ guest_name: name }))).toMatchObject({
      code: 'PT400',
      detail: { reason: 'session_is_impossible' },
    });
  });

  it('of two who change a code at once the second is told', async () => {
    const { id } = await make();
    const { version } = await read(id);
    await change(id, { guest_name: 'Lê' });
    expect(await catchDatabaseError(change(id, { version }))).toMatchObject(conflict('changed_meanwhile'));
  });

  it('a code that was ended meanwhile is not valid again by a change that does not say so', async () => {
    const { id, accessCode } = await make();
    const { version } = await read(id);
    await end(id);
    for (const stale of [{ version, ends_at: inHours(48) }, { ends_at: inHours(48) }, { guest_name: 'Lê' }]) {
      expect(await catchDatabaseError(change(id, stale))).toMatchObject(conflict('code_has_ended'));
    }
    expect(await openSession(database(), accessCode)).toMatchObject({ ok: false });
  });

  it.each([
    ['a later end', 48],
    ['the same end', 24],
    ['an earlier end', 12],
  ])('a code that has ended is valid again with %s, and ended again by the undo', async (_what, hours) => {
    const { id, accessCode } = await make();
    await end(id);
    await change(id, { ends_at: inHours(hours), reopen: true });
    expect(await openSession(database(), accessCode)).toMatchObject({ ok: true });
    await undoLast(id);
    expect(await read(id)).toMatchObject({ isOpen: false });
  });

  it('a code whose end has passed is valid again with a new end alone', async () => {
    const passed = await makeSession(database(), await makeRoom(database(), property), {
      expires_at: '2020-01-01',
    });
    const { endsAt } = (await read(passed.id)) as unknown as { endsAt: string };
    expect(await catchDatabaseError(change(passed.id, { ends_at: endsAt, reopen: true }))).toMatchObject({
      detail: { reason: 'session_end_is_impossible' },
    });
    await change(passed.id, { reopen: true });
    expect(await read(passed.id)).toMatchObject({ isOpen: true });
  });

  it('the lists have those that open something apart from those that do not, and the log has neither code nor name', async () => {
    const open = await make();
    const ended = await make();
    await end(ended.id);
    const passed = await makeSession(database(), await makeRoom(database(), property), {
      expires_at: '2020-01-01',
    });
    const ids = async (isOpen: boolean) => (await list(isOpen)).map(({ id }) => id);
    expect(await ids(true)).toContain(open.id);
    expect(await ids(false)).toEqual(expect.arrayContaining([ended.id, passed.id]));
    expect(await ids(true)).not.toContain(ended.id);
    expect(await ids(false)).not.toContain(open.id);
    await change(open.id, { guest_name: 'Somebody Else' });
    const log = JSON.stringify(
      await database().sql('select * from public.audit_log where row_id = $1', [open.id]),
    );
    expect(log).toContain('guest_details_changed');
    expect(log).not.toMatch(/Somebody|Anh/);
    expect(log).not.toContain(open.accessCode);
  });

  it('are nothing that a housekeeper, another place, a guest or nobody reads, makes, changes or ends', async () => {
    const { id } = await make();
    const tries: ((person: Person) => Promise<unknown>)[] = [
      (person) => make({}, person),
      (person) => read(id, person),
      (person) => list(true, person),
      (person) => change(id, {}, person),
      (person) => end(id, person),
    ];
    for (const attempt of tries) {
      expect(await catchDatabaseError(attempt(housekeeper))).toMatchObject(forbidden);
      expect(await catchDatabaseError(attempt(stranger))).toMatchObject(notFound);
      for (const person of [anon, staysServer]) {
        expect(await catchDatabaseError(attempt(person))).toMatchObject({ code: '42501' });
      }
    }
    for (const person of [housekeeper, stranger]) {
      expect(await queryAs(database(), person, 'select id from public.guest_sessions')).toEqual([]);
    }
  });
});
