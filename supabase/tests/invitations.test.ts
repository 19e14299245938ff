import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { describe, expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import { makeProperty } from './support/make-property.ts';
import { onEachEngine, onNativePostgres } from './support/on-each-engine.ts';
import {
  anon,
  type Person,
  queryAs,
  runOnConnection,
  signUp,
  signUpMember,
  staysServer,
} from './support/people.ts';

type Role = 'staff' | 'manager' | 'owner';

interface Invitation {
  invitationId: string;
  secret: string;
  expiresAt: string;
}

const notFound = { code: 'PT404', message: 'not_found' };
const forbidden = { code: 'PT403', message: 'forbidden' };

const signUpStranger = (database: TestDatabase) => signUp(database, `${crypto.randomUUID()}@example.com`);

async function invite(database: TestDatabase, person: Person, propertyId: string, role: Role) {
  const [row] = await queryAs<{ made: Invitation }>(
    database,
    person,
    `select public.invite_member($1, $2::public.member_role, 'Minh from the night desk') as made`,
    [propertyId, role],
  );
  if (row === undefined) throw new Error('the function returns one row');
  return row.made;
}

async function accept(database: TestDatabase, person: Person, secret: string) {
  const [row] = await queryAs(database, person, 'select public.accept_invitation($1) as accepted', [secret]);
  return row?.['accepted'];
}

const withdraw = (database: TestDatabase, person: Person, id: string) =>
  queryAs(database, person, 'select public.withdraw_invitation($1)', [id]);

const listOpen = (database: TestDatabase, person: Person) =>
  queryAs(database, person, 'select id, role, note from public.invitations');

/** A property with one member of each role, and somebody who owns another property. */
async function makeStaffedProperty(database: TestDatabase) {
  const { id } = await makeProperty(database);
  const [owner, manager, staff] = [
    await signUpMember(database, id, 'owner'),
    await signUpMember(database, id, 'manager'),
    await signUpMember(database, id, 'staff'),
  ];
  const otherOwner = await signUpMember(database, (await makeProperty(database)).id, 'owner');
  return { id, owner, manager, staff, 'other owner': otherOwner };
}

onEachEngine('invitations', {}, (database) => {
  it('whoever is signed in and holds the secret becomes a member with the role, and colleagues see them from then on', async () => {
    const { id, owner } = await makeStaffedProperty(database());
    const stranger = await signUpStranger(database());
    const [account] = await queryAs(database(), stranger, 'select id from public.accounts');
    const invitation = await invite(database(), owner, id, 'manager');
    const look = () =>
      queryAs(database(), owner, 'select id from public.accounts where id = $1', [account?.['id']]);
    expect(await look()).toEqual([]);
    expect(await accept(database(), stranger, invitation.secret)).toEqual({
      propertyId: id,
      role: 'manager',
    });
    expect(await look()).toHaveLength(1);
    expect(await queryAs(database(), stranger, 'select id from public.accom_properties')).toEqual([{ id }]);
  });

  it('an owner cannot make somebody a member who has not accepted', async () => {
    const { id, owner } = await makeStaffedProperty(database());
    const stranger = await signUpMember(database(), (await makeProperty(database())).id, 'owner');
    const insert = queryAs(
      database(),
      owner,
      `insert into public.property_members (property_id, account_id, role) values ($1, $2, 'staff')`,
      [id, stranger.accountId],
    );
    expect((await catchDatabaseError(insert)).code).toBe('42501');
  });

  it('a secret works once, also for the person who used it', async () => {
    const { id, owner } = await makeStaffedProperty(database());
    const { secret } = await invite(database(), owner, id, 'staff');
    const first = await signUpStranger(database());
    await accept(database(), first, secret);
    for (const person of [first, await signUpStranger(database())])
      expect(await catchDatabaseError(accept(database(), person, secret))).toMatchObject(notFound);
  });

  it('only a hash of the secret is stored, and members cannot read that either', async () => {
    const { id, owner } = await makeStaffedProperty(database());
    const { secret, invitationId } = await invite(database(), owner, id, 'staff');
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    const [row] = await database().sql(
      `select i::text like '%' || $2 || '%' as has_secret, secret_hash = sha256(convert_to($2, 'UTF8')) as has_hash
       from public.invitations i where id = $1`,
      [invitationId, secret],
    );
    expect(row).toEqual({ has_secret: false, has_hash: true });
    const [logged] = await database().sql(
      `select count(*)::integer as entries from public.audit_log where detail::text like '%' || $1 || '%'`,
      [secret],
    );
    expect(logged).toEqual({ entries: 0 });
    const read = queryAs(database(), owner, 'select secret_hash from public.invitations');
    expect((await catchDatabaseError(read)).code).toBe('42501');
  });

  it.each([
    ['unknown', async () => 'f'.repeat(64)],
    ['empty', async () => ''],
    [
      'expired',
      async (secret: string, id: string) => {
        await database().sql(`update public.invitations set expires_at = now() where id = $1`, [id]);
        return secret;
      },
    ],
  ])('a secret that is %s opens nothing', async (_what, change) => {
    const { id, owner } = await makeStaffedProperty(database());
    const { secret, invitationId } = await invite(database(), owner, id, 'owner');
    const attempt = accept(database(), await signUpStranger(database()), await change(secret, invitationId));
    expect(await catchDatabaseError(attempt)).toMatchObject(notFound);
  });

  it.each<[string, string]>([
    ['was removed', 'delete from public.property_members where account_id = $1'],
    ['is staff now', `update public.property_members set role = 'staff' where account_id = $1`],
  ])('an invitation opens nothing once the manager who made it %s', async (_what, statement) => {
    const { id, manager } = await makeStaffedProperty(database());
    const { secret } = await invite(database(), manager, id, 'staff');
    await database().sql(statement, [manager.accountId]);
    for (const person of [manager, await signUpStranger(database())])
      expect(await catchDatabaseError(accept(database(), person, secret))).toMatchObject(notFound);
  });

  it('a member who accepts keeps the role, and the invitation stays open for whom it was meant', async () => {
    const { id, owner, staff } = await makeStaffedProperty(database());
    const { secret } = await invite(database(), owner, id, 'owner');
    expect(await catchDatabaseError(accept(database(), staff, secret))).toMatchObject({
      code: 'PT409',
      detail: { reason: 'already_member' },
    });
    expect(await accept(database(), await signUpStranger(database()), secret)).toMatchObject({
      role: 'owner',
    });
  });

  it('a person whose session has ended cannot accept', async () => {
    const { id, owner } = await makeStaffedProperty(database());
    const { secret } = await invite(database(), owner, id, 'staff');
    const stranger = await signUpStranger(database());
    await database().sql('delete from auth.sessions where id = $1', [stranger.claims['session_id']]);
    expect(await catchDatabaseError(accept(database(), stranger, secret))).toMatchObject({
      message: 'session_expired',
    });
  });

  describe.each<['owner' | 'manager' | 'staff' | 'other owner', Record<Role, object | null>]>([
    ['owner', { staff: null, manager: null, owner: null }],
    ['manager', { staff: null, manager: forbidden, owner: forbidden }],
    ['staff', { staff: forbidden, manager: forbidden, owner: forbidden }],
    ['other owner', { staff: notFound, manager: notFound, owner: notFound }],
  ])('%s', (actor, refusals) => {
    it.each(['staff', 'manager', 'owner'] as const)(
      `${actor} may invite and withdraw, to the role %s, as the list says`,
      async (role) => {
        const people = await makeStaffedProperty(database());
        const open = await invite(database(), people.owner, people.id, role);
        const refusal = refusals[role];
        const attempt = () => invite(database(), people[actor], people.id, role);
        const withdrawal = () => withdraw(database(), people[actor], open.invitationId);
        if (refusal === null) {
          expect(await attempt()).toMatchObject({ secret: expect.any(String) });
          await withdrawal();
          const late = accept(database(), await signUpStranger(database()), open.secret);
          expect(await catchDatabaseError(late)).toMatchObject(notFound);
        } else {
          expect(await catchDatabaseError(attempt())).toMatchObject(refusal);
          expect(await catchDatabaseError(withdrawal())).toMatchObject(refusal);
        }
      },
    );
  });

  it('owners and managers list the open invitations of their property, and nobody else does', async () => {
    const people = await makeStaffedProperty(database());
    const open = await invite(database(), people.owner, people.id, 'staff');
    const passed = await invite(database(), people.owner, people.id, 'owner');
    await database().sql('update public.invitations set expires_at = now() where id = $1', [
      passed.invitationId,
    ]);
    const row = { id: open.invitationId, role: 'staff', note: 'Minh from the night desk' };
    expect(await listOpen(database(), people.owner)).toEqual([row]);
    expect(await listOpen(database(), people.manager)).toEqual([row]);
    expect(await listOpen(database(), people.staff)).toEqual([]);
    expect(await listOpen(database(), people['other owner'])).toEqual([]);
  });

  it.each([
    ['anon', anon],
    ['guest_api', staysServer],
  ])('%s can neither invite, accept, withdraw nor list', async (_role, caller) => {
    const people = await makeStaffedProperty(database());
    const { secret, invitationId } = await invite(database(), people.owner, people.id, 'staff');
    for (const attempt of [
      () => invite(database(), caller, people.id, 'staff'),
      () => accept(database(), caller, secret),
      () => withdraw(database(), caller, invitationId),
      () => listOpen(database(), caller),
    ])
      expect((await catchDatabaseError(attempt())).code).toBe('42501');
  });

  it('a property has at most 20 open invitations, and one that has expired does not count', async () => {
    const { id, owner } = await makeStaffedProperty(database());
    for (let count = 0; count < 20; count += 1) await invite(database(), owner, id, 'staff');
    expect(await catchDatabaseError(invite(database(), owner, id, 'staff'))).toMatchObject({
      code: 'PT409',
      detail: { reason: 'too_many_invitations' },
    });
    await database().sql(
      `update public.invitations set expires_at = now()
       where id = (select id from public.invitations where property_id = $1 limit 1)`,
      [id],
    );
    expect(await invite(database(), owner, id, 'staff')).toMatchObject({ secret: expect.any(String) });
  });

  it('the log has who invited, who accepted and who withdrew', async () => {
    const { id, owner, manager } = await makeStaffedProperty(database());
    const stranger = await signUpStranger(database());
    await accept(database(), stranger, (await invite(database(), owner, id, 'staff')).secret);
    await withdraw(database(), manager, (await invite(database(), manager, id, 'staff')).invitationId);
    const entries = await database().sql(
      `select l.action, l.actor, m.role from public.audit_log l
       join public.property_members m on m.account_id = l.account_id and m.property_id = l.property_id
       where l.property_id = $1 and l.table_name = 'invitations' order by l.created_at, l.action`,
      [id],
    );
    expect(entries).toEqual([
      { action: 'member_invited', actor: 'account', role: 'owner' },
      { action: 'invitation_accepted', actor: 'account', role: 'staff' },
      { action: 'member_invited', actor: 'account', role: 'manager' },
      { action: 'invitation_withdrawn', actor: 'account', role: 'manager' },
    ]);
  });

  it('the sweep deletes invitations that have expired, and no other', async () => {
    const { id, owner } = await makeStaffedProperty(database());
    const passed = await invite(database(), owner, id, 'staff');
    const open = await invite(database(), owner, id, 'staff');
    await database().sql('update public.invitations set expires_at = now() where id = $1', [
      passed.invitationId,
    ]);
    await database().sql('select public.sweep()');
    const left = await database().sql('select id from public.invitations where property_id = $1', [id]);
    expect(left).toEqual([{ id: open.invitationId }]);
  });
});

onNativePostgres('invitations at the same time', {}, (database) => {
  it('of several people who use one secret at once, one becomes a member', async () => {
    const connections = database().connect({ max: 4 });
    const { id, owner } = await makeStaffedProperty(database());
    for (let round = 0; round < 5; round += 1) {
      const { secret } = await invite(database(), owner, id, 'staff');
      const people = await Promise.all(Array.from({ length: 4 }, () => signUpStranger(database())));
      const outcomes = await Promise.allSettled(
        people.map((person) =>
          runOnConnection(connections, person, (sql) => sql`select public.accept_invitation(${secret})`),
        ),
      );
      expect(outcomes.map(({ status }) => status).sort()).toEqual([
        'fulfilled',
        'rejected',
        'rejected',
        'rejected',
      ]);
    }
  });

  it('of many invitations made at once, 20 are open at the end', async () => {
    const connections = database().connect({ max: 6 });
    const { id, owner } = await makeStaffedProperty(database());
    await Promise.allSettled(
      Array.from({ length: 30 }, () =>
        runOnConnection(connections, owner, (sql) => sql`select public.invite_member(${id}, 'staff')`),
      ),
    );
    const open = await database().sql('select from public.invitations where property_id = $1', [id]);
    expect(open).toHaveLength(20);
  });
});
