import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { expect, it } from 'vitest';
import { countFunctionCalls, enableFunctionCounts } from './support/count-function-calls.ts';
import { catchDatabaseError } from './support/database-error.ts';
import { makeBooking, makeProperty, makeRoom, makeSession } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import {
  memberRoles,
  type Person,
  queryAs,
  runOnConnection,
  signUp,
  signUpDemoPerson,
  signUpMember,
} from './support/people.ts';

const lastOwner = { code: 'PT409', message: 'conflict', detail: { reason: 'last_owner' } };

/** Makes a property whose only owner can sign in; the account that made it is removed. */
async function makeOwnedProperty(database: TestDatabase) {
  const property = await makeProperty(database);
  const owner = await signUpMember(database, property.id, 'owner');
  await database.sql('delete from public.property_members where property_id = $1 and account_id = $2', [
    property.id,
    property['owner_id'],
  ]);
  return { property, owner };
}

const leave = `select public.leave_property(property_id) from public.property_members where account_id = $1`;
const stepDown = `select public.change_member(id, updated_at, 'manager') from public.property_members where account_id = $1`;

onNativePostgres('the owners of a property', {}, (database) => {
  it('the account that makes a property is its first owner', async () => {
    const property = await makeProperty(database());
    const members = await database().sql(
      'select account_id, role from public.property_members where property_id = $1',
      [property.id],
    );
    expect(members).toEqual([{ account_id: property['owner_id'], role: 'owner' }]);
  });

  it.each([
    ['leave', leave],
    ['become a manager', stepDown],
  ])('the last owner of a property cannot %s', async (_, statement) => {
    const { owner } = await makeOwnedProperty(database());
    expect(await catchDatabaseError(queryAs(database(), owner, statement, [owner.accountId]))).toEqual(
      lastOwner,
    );
  });

  it.each([
    ['leave', leave],
    ['become a manager', stepDown],
  ])('an owner can %s while another owner stays', async (_, statement) => {
    const { property, owner } = await makeOwnedProperty(database());
    await signUpMember(database(), property.id, 'owner');
    expect(await queryAs(database(), owner, statement, [owner.accountId])).toHaveLength(1);
  });

  it('one statement cannot remove all owners', async () => {
    const { property } = await makeOwnedProperty(database());
    await signUpMember(database(), property.id, 'owner');
    const all = database().sql('delete from public.property_members where property_id = $1', [property.id]);
    expect(await catchDatabaseError(all)).toEqual(lastOwner);
  });

  it('the account of the last owner cannot be deleted', async () => {
    const { owner } = await makeOwnedProperty(database());
    const removal = database().sql('delete from public.accounts where id = $1', [owner.accountId]);
    expect(await catchDatabaseError(removal)).toMatchObject({ code: '23503' });
  });

  it.each(memberRoles)('%s can write no membership except by a function', async (role) => {
    const property = await makeProperty(database());
    const member = await signUpMember(database(), property.id, role);
    for (const statement of [
      `insert into public.property_members (property_id, account_id, role) values ($1, $2, 'owner')`,
      `update public.property_members set role = 'owner' where property_id = $1 and account_id = $2`,
      'update public.property_members set sees_money = true where property_id = $1 and account_id = $2',
      'delete from public.property_members where property_id = $1 and account_id = $2',
    ]) {
      const attempt = queryAs(database(), member, statement, [property.id, member.accountId]);
      expect((await catchDatabaseError(attempt)).code).toBe('42501');
    }
  });

  it('a removed member cannot see the property from the next statement on', async () => {
    const { property, owner } = await makeOwnedProperty(database());
    const staff = await signUpMember(database(), property.id, 'staff');
    const look = () => queryAs(database(), staff, 'select id from public.accom_properties');
    expect(await look()).toEqual([{ id: property.id }]);
    await queryAs(
      database(),
      owner,
      'select public.remove_member(id) from public.property_members where account_id = $1',
      [staff.accountId],
    );
    expect(await look()).toEqual([]);
  });
});

onNativePostgres('two owners at the same time', {}, (database) => {
  it.each([
    ['leave', leave],
    ['become a manager', stepDown],
  ])('when both owners %s at the same time, one of them is refused', async (_, statement) => {
    const connections = database().connect({ max: 2 });
    for (let round = 0; round < 15; round += 1) {
      const { property, owner } = await makeOwnedProperty(database());
      const other = await signUpMember(database(), property.id, 'owner');
      const outcomes = await Promise.allSettled(
        [owner, other].map((person) =>
          runOnConnection(connections, person, (sql) => sql.unsafe(statement, [person.accountId])),
        ),
      );
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const owners = await database().sql(
        `select from public.property_members where property_id = $1 and role = 'owner'`,
        [property.id],
      );
      expect(owners).toHaveLength(1);
    }
  });
});

onNativePostgres('accounts and sign-ups', {}, (database) => {
  const addressOf = () => `${crypto.randomUUID()}@example.com`;
  /** Inserts a user as the auth server does, before or after the address is confirmed. */
  const register = async (email: string, confirmed: boolean) => {
    const id = crypto.randomUUID();
    await database().sql(
      `insert into auth.users (id, email, email_confirmed_at, raw_user_meta_data)
       values ($1, $2, case when $3 then now() end, '{"display_name": "Minh"}')`,
      [id, email, confirmed],
    );
    return id;
  };
  const readAccounts = (email: string) =>
    database().sql('select id, auth_id, display_name from public.accounts where email = $1', [
      email.toLowerCase(),
    ]);

  it('a confirmed sign-up makes an account', async () => {
    const email = addressOf();
    const authId = await register(email.toUpperCase(), true);
    expect(await readAccounts(email)).toEqual([
      { id: expect.any(String), auth_id: authId, display_name: 'Minh' },
    ]);
  });

  it('a sign-up makes an account only once the address is confirmed', async () => {
    const email = addressOf();
    const authId = await register(email, false);
    expect(await readAccounts(email)).toEqual([]);
    await database().sql('update auth.users set email_confirmed_at = now() where id = $1', [authId]);
    expect(await readAccounts(email)).toMatchObject([{ auth_id: authId }]);
  });

  it('a stranger who signs up with the address of a member gets nothing of that member', async () => {
    const email = addressOf();
    const property = await makeProperty(database());
    // An account whose user is gone, or was never there: its memberships are what a stranger would want.
    await database().sql(
      `with account as (insert into public.accounts (email) values ($1) returning id)
       insert into public.property_members (property_id, account_id, role) select $2, id, 'owner' from account`,
      [email, property.id],
    );
    const stranger = await signUp(database(), email);
    expect(await queryAs(database(), stranger, 'select id from public.accom_properties')).toEqual([]);
    expect(await readAccounts(email)).toMatchObject([{ auth_id: null }, { auth_id: stranger.claims['sub'] }]);
  });

  it('a deleted user leaves the address of the account as it was', async () => {
    const email = addressOf();
    const authId = await register(email, true);
    // As Supabase Auth deletes softly: one update, with a hash in place of the address.
    await database().sql(`update auth.users set email = 'hashed', deleted_at = now() where id = $1`, [
      authId,
    ]);
    expect(await readAccounts(email)).toMatchObject([{ auth_id: authId }]);
  });

  it('an account follows its user to a new address', async () => {
    const [before, after] = [addressOf(), addressOf()];
    const authId = await register(before, true);
    await database().sql('update auth.users set email = $2 where id = $1', [authId, after]);
    expect(await readAccounts(before)).toEqual([]);
    expect(await readAccounts(after)).toMatchObject([{ auth_id: authId }]);
  });

  it('a person sees their own account and those of their colleagues, and no other', async () => {
    const property = await makeProperty(database());
    const staff = await signUpMember(database(), property.id, 'staff');
    const stranger = await signUp(database(), addressOf());
    const look = (person: Person) => queryAs(database(), person, 'select id from public.accounts');
    expect((await look(staff)).map(({ id }) => id).sort()).toEqual(
      [staff.accountId, property['owner_id']].sort(),
    );
    expect(await look(stranger)).toHaveLength(1);
  });

  it('a token without a user sees no account and no room', async () => {
    const nobody: Person = { role: 'authenticated', claims: {} };
    expect(await queryAs(database(), nobody, 'select id from public.accounts')).toEqual([]);
    expect(await queryAs(database(), nobody, 'select id from public.accom_rooms')).toEqual([]);
  });
});

onNativePostgres('the cost of the membership check', {}, (database) => {
  it.each([
    ['accom_rooms', 'id'],
    ['accom_bookings', 'id'],
    ['guest_sessions', 'id'],
    ['property_members', 'id'],
  ])('the membership check runs once a statement and not once a row of %s', async (table, column) => {
    const property = await makeProperty(database());
    const manager = await signUpMember(database(), property.id, 'manager');
    for (let count = 0; count < 5; count += 1) {
      const room = await makeRoom(database(), property);
      await makeBooking(database(), room);
      await makeSession(database(), room);
    }
    const plan = await queryAs<{ 'QUERY PLAN': string }>(
      database(),
      manager,
      `explain (analyze, costs off, timing off) select ${column} from public.${table}`,
    );
    const calls = plan
      .map((line) => line['QUERY PLAN'])
      .filter((line) => /ProjectSet|Function Scan/.test(line));
    expect(calls).toHaveLength(1);
    expect(calls[0]).toContain('loops=1)');
  });

  it('a statement looks for the session of its token once, whatever the number of rows', async () => {
    const property = await makeProperty(database());
    const manager = await signUpMember(database(), property.id, 'manager');
    for (let count = 0; count < 5; count += 1) await makeRoom(database(), property);
    const connection = database().connect();
    await enableFunctionCounts(connection);
    const { calls } = await countFunctionCalls(
      connection,
      '(select count(*) from public.accom_rooms)',
      manager,
    );
    expect(calls).toEqual({ 'private.member_property_ids': 1, 'private.current_account_id': 1 });
  });
});

onNativePostgres('a session that has ended', {}, (database) => {
  const readRooms = (person: Person) => queryAs(database(), person, 'select id from public.accom_rooms');
  const readOwnAccount = (person: Person) =>
    queryAs(database(), person, 'select * from public.get_own_account()');

  it('a token opens nothing from the end of its session on, although it has not expired', async () => {
    const property = await makeProperty(database());
    await makeRoom(database(), property);
    const owner = await signUpMember(database(), property.id, 'owner');
    expect(await readRooms(owner)).toHaveLength(1);
    expect(await readOwnAccount(owner)).toMatchObject([{ id: owner.accountId }]);
    await database().sql('delete from auth.sessions where id = $1', [owner.claims['session_id']]);
    expect(await readRooms(owner)).toEqual([]);
    expect(await readOwnAccount(owner)).toEqual([]);
    const call = queryAs(database(), owner, 'select public.check_in(gen_random_uuid())');
    expect(await catchDatabaseError(call)).toMatchObject({ message: 'not_found' });
  });

  it('an account is told the places where it works, with its own role, and no others', async () => {
    const [first, second, foreign] = await Promise.all([1, 2, 3].map(() => makeProperty(database())));
    const keeper = await signUpMember(database(), first?.id ?? '', 'housekeeper');
    await signUpMember(database(), first?.id ?? '', 'owner');
    await signUpMember(database(), foreign?.id ?? '', 'owner');
    await database().sql(
      `insert into public.property_members (property_id, account_id, role) values ($1, $2, 'manager')`,
      [second?.id, keeper.accountId],
    );
    const [account] = await readOwnAccount(keeper);
    expect(account?.['places']).toHaveLength(2);
    expect(account?.['places']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          id: first?.id,
          role: 'housekeeper',
          seesDocuments: false,
          seesMoney: false,
        }),
        expect.objectContaining({ id: second?.id, role: 'manager', seesDocuments: true, seesMoney: true }),
      ]),
    );
  });

  it('a token opens nothing once the time of its session is up', async () => {
    const property = await makeProperty(database());
    await makeRoom(database(), property);
    const owner = await signUpMember(database(), property.id, 'owner');
    const endIn = (seconds: number) =>
      database().sql(`update auth.sessions set not_after = now() + make_interval(secs => $2) where id = $1`, [
        owner.claims['session_id'],
        seconds,
      ]);
    await endIn(3600);
    expect(await readRooms(owner)).toHaveLength(1);
    await endIn(0);
    expect(await readRooms(owner)).toEqual([]);
  });

  it('the session of another user, or none, does not make a token valid', async () => {
    const property = await makeProperty(database());
    await makeRoom(database(), property);
    const owner = await signUpMember(database(), property.id, 'owner');
    const other = await signUp(database(), `${crypto.randomUUID()}@example.com`);
    const { session_id: _, ...sessionless } = owner.claims;
    for (const claims of [sessionless, { ...owner.claims, session_id: other.claims['session_id'] }])
      expect(await readRooms({ ...owner, claims })).toEqual([]);
  });

  it('a session that was ended at Supabase Auth opens nothing over HTTP', async () => {
    const { client, userId } = await database().signUp(`${crypto.randomUUID()}@example.com`);
    expect((await client.rpc('get_own_account')).data).toMatchObject([{ id: expect.any(String) }]);
    await database().sql('delete from auth.sessions where user_id = $1', [userId]);
    expect(await client.rpc('get_own_account')).toMatchObject({ data: [], error: null });
    expect((await client.from('accounts').select('id')).data).toEqual([]);
  });
});

onNativePostgres('the people of the demo', { seed: true }, (database) => {
  it('get the accounts of the seed, each their own', async () => {
    const { client } = await signUpDemoPerson(database(), 'staff@example.com');
    const { data } = await client.from('accom_properties').select('slug');
    expect(data).toEqual([{ slug: 'sunset-hotel' }]);
    const other = await signUpDemoPerson(database(), 'other@example.com');
    expect((await other.client.from('accom_rooms').select('room_code')).data).toEqual([
      { room_code: 'RM-HUSH2345' },
    ]);
  });
});
