import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { describe, expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import { makeProperty } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import {
  anon,
  type MemberRole,
  memberRoles,
  type Person,
  queryAs,
  runOnConnection,
  signUp,
  signUpMember,
  staysServer,
} from './support/people.ts';

interface Invitation {
  invitationId: string;
  secret: string;
  expiresAt: string;
}

const notFound = { code: 'PT404', message: 'not_found' };
const isUsed = { code: 'PT409', detail: { reason: 'invitation_is_used' } };
const hasExpired = { code: 'PT409', detail: { reason: 'invitation_has_expired' } };
const forbidden = { code: 'PT403', message: 'forbidden' };

const signUpStranger = (database: TestDatabase) => signUp(database, `${crypto.randomUUID()}@example.com`);

async function invite(database: TestDatabase, person: Person, propertyId: string, role: MemberRole) {
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

async function read(database: TestDatabase, person: Person, secret: string) {
  const [row] = await queryAs(database, person, 'select public.read_invitation($1) as invitation', [secret]);
  return row?.['invitation'];
}

const withdraw = (database: TestDatabase, person: Person, id: string) =>
  queryAs(database, person, 'select public.withdraw_invitation($1)', [id]);

const listOpen = (database: TestDatabase, person: Person) =>
  queryAs(database, person, 'select id, role, note from public.invitations');

/** A property with one member of each role, and somebody who owns another property. */
async function makeStaffedProperty(database: TestDatabase) {
  const { id } = await makeProperty(database);
  const [owner, manager, staff, housekeeper] = [
    await signUpMember(database, id, 'owner'),
    await signUpMember(database, id, 'manager'),
    await signUpMember(database, id, 'staff'),
    await signUpMember(database, id, 'housekeeper'),
  ];
  const otherOwner = await signUpMember(database, (await makeProperty(database)).id, 'owner');
  return { id, owner, manager, staff, housekeeper, 'other owner': otherOwner };
}

onNativePostgres('invitations', {}, (database) => {
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
      slug: expect.stringMatching(/^property-/),
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
      expect(await catchDatabaseError(accept(database(), person, secret))).toMatchObject(isUsed);
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
    ['unknown', 'f'.repeat(64)],
    ['empty', ''],
  ])('a secret that is %s opens nothing', async (_what, secret) => {
    const stranger = await signUpStranger(database());
    for (const attempt of [accept, read])
      expect(await catchDatabaseError(attempt(database(), stranger, secret))).toMatchObject(notFound);
  });

  it('an invitation that has expired says so and opens nothing', async () => {
    const { id, owner } = await makeStaffedProperty(database());
    const { secret, invitationId } = await invite(database(), owner, id, 'owner');
    await database().sql(`update public.invitations set expires_at = now() where id = $1`, [invitationId]);
    const stranger = await signUpStranger(database());
    for (const attempt of [accept, read])
      expect(await catchDatabaseError(attempt(database(), stranger, secret))).toMatchObject(hasExpired);
  });

  it('whoever holds the secret reads what they are invited to before they accept, and nothing is used up by it', async () => {
    const { id, owner } = await makeStaffedProperty(database());
    const { secret } = await invite(database(), owner, id, 'staff');
    const stranger = await signUpStranger(database());
    const [ownerName] = await database().sql('select email from public.accounts where id = $1', [
      owner.accountId,
    ]);
    const invitation = {
      slug: expect.stringMatching(/^property-/),
      propertyName: 'Lantern House',
      isMember: false,
      role: 'staff',
      seesDocuments: true,
      seesMoney: true,
      invitedBy: ownerName?.['email'],
      expiresAt: expect.any(String),
    };
    expect(await read(database(), stranger, secret)).toEqual(invitation);
    await accept(database(), stranger, secret);
    expect(await read(database(), stranger, secret)).toEqual({ ...invitation, isMember: true });
    expect(
      await catchDatabaseError(read(database(), await signUpStranger(database()), secret)),
    ).toMatchObject(isUsed);
  });

  it.each(memberRoles)(
    'the switches of a %s follow the role where the invitation names none',
    async (role) => {
      const { id, owner } = await makeStaffedProperty(database());
      const stranger = await signUpStranger(database());
      await accept(database(), stranger, (await invite(database(), owner, id, role)).secret);
      const [member] = await queryAs(
        database(),
        stranger,
        'select sees_documents, sees_money from public.property_members where account_id = (select private.current_account_id())',
      );
      const sees = role !== 'housekeeper';
      expect(member).toEqual({ sees_documents: sees, sees_money: sees });
    },
  );

  it('nobody invites with a switch that is off for themselves, nor keeps the right when it is turned off', async () => {
    const { id, manager } = await makeStaffedProperty(database());
    const inviteWithMoney = (seesMoney: boolean | null) =>
      queryAs<{ made: Invitation }>(
        database(),
        manager,
        `select public.invite_member($1, 'staff', '', true, $2) as made`,
        [id, seesMoney],
      );
    const [before] = await inviteWithMoney(true);
    await database().sql('update public.property_members set sees_money = false where account_id = $1', [
      manager.accountId,
    ]);
    expect(await catchDatabaseError(inviteWithMoney(true))).toMatchObject(forbidden);
    const stranger = await signUpStranger(database());
    const late = accept(database(), stranger, before?.made.secret ?? '');
    expect(await catchDatabaseError(late)).toMatchObject(notFound);
    const [without] = await inviteWithMoney(null);
    expect(await read(database(), stranger, without?.made.secret ?? '')).toMatchObject({ seesMoney: false });
  });

  it('a housekeeper cannot be invited to see documents or money', async () => {
    const { id, owner } = await makeStaffedProperty(database());
    for (const switches of ['true, false', 'false, true']) {
      const attempt = queryAs(
        database(),
        owner,
        `select public.invite_member($1, 'housekeeper', '', ${switches})`,
        [id],
      );
      expect(await catchDatabaseError(attempt)).toMatchObject({
        code: 'PT400',
        detail: { reason: 'switches_do_not_fit_the_role' },
      });
    }
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

  describe.each<[MemberRole | 'other owner', Record<MemberRole, object | null>]>([
    ['owner', { housekeeper: null, staff: null, manager: null, owner: null }],
    ['manager', { housekeeper: null, staff: null, manager: forbidden, owner: forbidden }],
    ['staff', { housekeeper: forbidden, staff: forbidden, manager: forbidden, owner: forbidden }],
    ['housekeeper', { housekeeper: forbidden, staff: forbidden, manager: forbidden, owner: forbidden }],
    ['other owner', { housekeeper: notFound, staff: notFound, manager: notFound, owner: notFound }],
  ])('%s', (actor, refusals) => {
    it.each(memberRoles)(
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
    expect(await listOpen(database(), people.housekeeper)).toEqual([]);
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
      () => read(database(), caller, secret),
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

  it('the sweep deletes invitations that ended a month ago, and no other', async () => {
    const { id, owner } = await makeStaffedProperty(database());
    const [old, passed, open] = [
      await invite(database(), owner, id, 'staff'),
      await invite(database(), owner, id, 'staff'),
      await invite(database(), owner, id, 'staff'),
    ];
    const endDaysAgo = (invitation: Invitation, days: number) =>
      database().sql(
        'update public.invitations set expires_at = now() - make_interval(days => $2) where id = $1',
        [invitation.invitationId, days],
      );
    await endDaysAgo(old, 30);
    await endDaysAgo(passed, 29);
    await database().sql('select public.sweep()');
    const left = await database().sql('select id from public.invitations where property_id = $1', [id]);
    expect(left.map((row) => row['id']).sort()).toEqual([passed.invitationId, open.invitationId].sort());
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
