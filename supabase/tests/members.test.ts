import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { describe, expect, it } from 'vitest';
import { makeBooking, makeProperty, makeRoom, makeSession } from './support/make-place.ts';
import { onEachEngine, onNativePostgres } from './support/on-each-engine.ts';
import { actOn, ask, type Person, signUp, signUpMember } from './support/people.ts';
import { refusalOf } from './support/refusal.ts';

const lastOwner = { code: 'PT409', message: 'conflict', detail: { reason: 'last_owner' } };

/** A property with one owner who can sign in; the account that made it has left. */
async function makeOwnedProperty(database: TestDatabase) {
  const property = await makeProperty(database);
  const owner = await signUpMember(database, property.id, 'owner');
  await database.sql('delete from public.property_members where property_id = $1 and account_id = $2', [
    property.id,
    property['owner_id'],
  ]);
  return { property, owner };
}

const leave = 'delete from public.property_members where account_id = $1 returning id';
const stepDown = `update public.property_members set role = 'manager' where account_id = $1 returning id`;

onEachEngine('a property', {}, (database) => {
  it('has its maker as owner from the start', async () => {
    const property = await makeProperty(database());
    const members = await database().sql(
      'select account_id, role from public.property_members where property_id = $1',
      [property.id],
    );
    expect(members).toEqual([{ account_id: property['owner_id'], role: 'owner' }]);
  });

  it.each([
    ['leaving', leave],
    ['stepping down', stepDown],
  ])('keeps its last owner from %s', async (_, statement) => {
    const { owner } = await makeOwnedProperty(database());
    expect(await refusalOf(ask(database(), owner, statement, [owner.accountId]))).toEqual(lastOwner);
  });

  it.each([
    ['leave', leave],
    ['step down', stepDown],
  ])('lets an owner %s while another stays', async (_, statement) => {
    const { property, owner } = await makeOwnedProperty(database());
    await signUpMember(database(), property.id, 'owner');
    expect(await ask(database(), owner, statement, [owner.accountId])).toHaveLength(1);
  });

  it('keeps both owners from leaving in one statement', async () => {
    const { property, owner } = await makeOwnedProperty(database());
    await signUpMember(database(), property.id, 'owner');
    const all = ask(database(), owner, 'delete from public.property_members where property_id = $1', [
      property.id,
    ]);
    expect(await refusalOf(all)).toEqual(lastOwner);
  });

  it('keeps its last owner when the account is deleted', async () => {
    const { owner } = await makeOwnedProperty(database());
    const removal = database().sql('delete from public.accounts where id = $1', [owner.accountId]);
    expect(await refusalOf(removal)).toMatchObject({ message: 'conflict' });
  });

  it('lets nobody promote themselves', async () => {
    const property = await makeProperty(database());
    for (const role of ['staff', 'manager'] as const) {
      const member = await signUpMember(database(), property.id, role);
      expect(
        await ask(
          database(),
          member,
          `update public.property_members set role = 'owner' where account_id = $1 returning id`,
          [member.accountId],
        ),
      ).toEqual([]);
      const again = ask(
        database(),
        member,
        `insert into public.property_members (property_id, account_id, role) values ($1, $2, 'owner')`,
        [property.id, member.accountId],
      );
      expect((await refusalOf(again)).code).toBe('42501');
    }
  });

  it('is forgotten by a member who left, from the next statement on', async () => {
    const { property, owner } = await makeOwnedProperty(database());
    const staff = await signUpMember(database(), property.id, 'staff');
    const look = () => ask(database(), staff, 'select id from public.accom_properties');
    expect(await look()).toEqual([{ id: property.id }]);
    await ask(database(), owner, leave, [staff.accountId]);
    expect(await look()).toEqual([]);
  });
});

onNativePostgres('two owners', {}, (database) => {
  it.each([
    ['leave', leave],
    ['step down', stepDown],
  ])('who %s at once: one stays', async (_, statement) => {
    const connections = database().connect({ max: 2 });
    for (let round = 0; round < 15; round += 1) {
      const { property, owner } = await makeOwnedProperty(database());
      const other = await signUpMember(database(), property.id, 'owner');
      const outcomes = await Promise.allSettled(
        [owner, other].map((person) =>
          actOn(connections, person, (sql) => sql.unsafe(statement, [person.accountId])),
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

onEachEngine('an account', {}, (database) => {
  const addressOf = () => `${crypto.randomUUID()}@example.com`;
  const invite = async (email: string) => {
    const [row] = await database().sql<{ id: string }>(
      'insert into public.accounts (email) values ($1) returning id',
      [email],
    );
    return row?.id;
  };
  /** As the auth server writes it, before or after the letter was answered. */
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

  it('is made by a confirmed sign-up', async () => {
    const email = addressOf();
    const authId = await register(email.toUpperCase(), true);
    expect(await readAccounts(email)).toEqual([
      { id: expect.any(String), auth_id: authId, display_name: 'Minh' },
    ]);
  });

  it('that was invited is not taken over by an address nobody confirmed', async () => {
    const email = addressOf();
    const id = await invite(email);
    const authId = await register(email, false);
    expect(await readAccounts(email)).toEqual([{ id, auth_id: null, display_name: '' }]);
    await database().sql('update auth.users set email_confirmed_at = now() where id = $1', [authId]);
    expect(await readAccounts(email)).toEqual([{ id, auth_id: authId, display_name: '' }]);
  });

  it('that somebody has is not taken over by a second sign-in', async () => {
    const email = addressOf();
    const first = await register(email, true);
    await database().sql('update auth.users set email = $2 where id = $1', [first, addressOf()]);
    await database().sql('update public.accounts set email = $2 where auth_id = $1', [first, email]);
    await register(email, true);
    expect(await readAccounts(email)).toMatchObject([{ auth_id: first }]);
  });

  it('follows its person to a new address', async () => {
    const [before, after] = [addressOf(), addressOf()];
    const authId = await register(before, true);
    await database().sql('update auth.users set email = $2 where id = $1', [authId, after]);
    expect(await readAccounts(before)).toEqual([]);
    expect(await readAccounts(after)).toMatchObject([{ auth_id: authId }]);
  });

  it('keeps its address when the new one is another account’s, and the sign-in still changes', async () => {
    const [before, invited] = [addressOf(), addressOf()];
    const authId = await register(before, true);
    const id = await invite(invited);
    await database().sql('update auth.users set email = $2 where id = $1', [authId, invited]);
    expect(await readAccounts(before)).toMatchObject([{ auth_id: authId }]);
    expect(await readAccounts(invited)).toEqual([{ id, auth_id: null, display_name: '' }]);
  });

  it('shows itself to its person, and others only to colleagues', async () => {
    const property = await makeProperty(database());
    const staff = await signUpMember(database(), property.id, 'staff');
    const stranger = await signUp(database(), addressOf());
    const look = (person: Person) => ask(database(), person, 'select id from public.accounts');
    expect((await look(staff)).map(({ id }) => id).sort()).toEqual(
      [staff.accountId, property['owner_id']].sort(),
    );
    expect(await look(stranger)).toHaveLength(1);
  });

  it('is nobody’s to a token without a person', async () => {
    const nobody: Person = { role: 'authenticated', claims: {} };
    expect(await ask(database(), nobody, 'select id from public.accounts')).toEqual([]);
    expect(await ask(database(), nobody, 'select id from public.accom_rooms')).toEqual([]);
  });
});

onNativePostgres('the question of membership', {}, (database) => {
  it.each([
    ['accom_rooms', 'id'],
    ['accom_bookings', 'id'],
    ['guest_sessions', 'id'],
    ['property_members', 'id'],
  ])('is asked once a statement, not once a row of %s', async (table, column) => {
    const property = await makeProperty(database());
    const manager = await signUpMember(database(), property.id, 'manager');
    for (let count = 0; count < 5; count += 1) {
      const room = await makeRoom(database(), property);
      await makeBooking(database(), room);
      await makeSession(database(), room);
    }
    const plan = await ask<{ 'QUERY PLAN': string }>(
      database(),
      manager,
      `explain (analyze, costs off, timing off) select ${column} from public.${table}`,
    );
    const asked = plan
      .map((line) => line['QUERY PLAN'])
      .filter((line) => /ProjectSet|Function Scan/.test(line));
    expect(asked).toHaveLength(1);
    expect(asked[0]).toContain('loops=1)');
  });
});

describe('signing up over HTTP', () => {
  onEachEngine('links the account that was invited', { seed: true }, (database) => {
    it('and shows its properties, no others', async () => {
      const { client } = await database().signUp('staff@example.com');
      const { data } = await client.from('accom_properties').select('slug');
      expect(data).toEqual([{ slug: 'sunset-hotel' }]);
      const other = await database().signUp('other@example.com');
      expect((await other.client.from('accom_rooms').select('room_code')).data).toEqual([
        { room_code: 'RM-HUSH2345' },
      ]);
    });
  });
});
