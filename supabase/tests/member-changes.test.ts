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
  signUpMember,
  staysServer,
} from './support/people.ts';

type Member = Person & { accountId: string };

interface Membership extends Record<string, unknown> {
  id: string;
  version: string;
  role: MemberRole;
  sees_documents: boolean;
  sees_money: boolean;
}

const forbidden = { code: 'PT403', message: 'forbidden' };
const notFound = { code: 'PT404', message: 'not_found' };

/** A property whose owner can sign in, with the account that made it removed. */
async function makeOwnedProperty(database: TestDatabase) {
  const property = await makeProperty(database);
  const owner = await signUpMember(database, property.id, 'owner');
  await database.sql('delete from public.property_members where property_id = $1 and account_id = $2', [
    property.id,
    property['owner_id'],
  ]);
  return { id: property.id, owner };
}

async function readMembership(database: TestDatabase, member: Member): Promise<Membership | undefined> {
  const [row] = await database.sql<Membership>(
    `select id, updated_at::text as version, role, sees_documents, sees_money
     from public.property_members where account_id = $1`,
    [member.accountId],
  );
  return row;
}

async function readOwnerId(database: TestDatabase, propertyId: string) {
  const [row] = await database.sql('select owner_id from public.accom_properties where id = $1', [
    propertyId,
  ]);
  return row?.['owner_id'];
}

interface Change {
  role: MemberRole;
  documents?: boolean;
  money?: boolean;
  version?: string;
}

async function change(database: TestDatabase, person: Person, member: Member, wanted: Change) {
  const membership = await readMembership(database, member);
  await queryAs(database, person, 'select public.change_member($1, $2, $3::public.member_role, $4, $5)', [
    membership?.id,
    wanted.version ?? membership?.version,
    wanted.role,
    wanted.documents ?? null,
    wanted.money ?? null,
  ]);
  return readMembership(database, member);
}

const remove = async (database: TestDatabase, person: Person, member: Member) =>
  queryAs(database, person, 'select public.remove_member($1)', [
    (await readMembership(database, member))?.id,
  ]);

const handOver = async (database: TestDatabase, person: Person, propertyId: string, member: Member) =>
  queryAs(database, person, 'select public.hand_over_property($1, $2)', [
    propertyId,
    (await readMembership(database, member))?.id,
  ]);

onNativePostgres('changing members', {}, (database) => {
  const makePeople = async () => {
    const { id, owner } = await makeOwnedProperty(database());
    const other = await makeOwnedProperty(database());
    return {
      id,
      owner,
      manager: await signUpMember(database(), id, 'manager'),
      staff: await signUpMember(database(), id, 'staff'),
      housekeeper: await signUpMember(database(), id, 'housekeeper'),
      'other owner': other.owner,
    };
  };

  /** Whose role each may change, and to which roles. */
  const mayChange: Record<MemberRole, { whose: MemberRole[]; to: MemberRole[] }> = {
    owner: { whose: ['owner', 'manager', 'staff', 'housekeeper'], to: [...memberRoles] },
    manager: { whose: ['staff', 'housekeeper'], to: ['staff', 'housekeeper'] },
    staff: { whose: [], to: [] },
    housekeeper: { whose: [], to: [] },
  };

  describe.each(memberRoles)('%s', (actor) => {
    it.each(memberRoles)(
      `${actor} changes the role of a %s exactly to the roles of the list`,
      async (whose) => {
        const people = await makePeople();
        for (const role of memberRoles) {
          const member = await signUpMember(database(), people.id, whose);
          const may = mayChange[actor].whose.includes(whose) && mayChange[actor].to.includes(role);
          const attempt = change(database(), people[actor], member, { role });
          if (may) expect(await attempt).toMatchObject({ role });
          else expect(await catchDatabaseError(attempt)).toMatchObject(forbidden);
        }
      },
    );

    it.each(memberRoles)(`${actor} removes a %s exactly as the list says`, async (whose) => {
      const people = await makePeople();
      const member = await signUpMember(database(), people.id, whose);
      const attempt = remove(database(), people[actor], member);
      if (mayChange[actor].whose.includes(whose)) {
        await attempt;
        expect(await readMembership(database(), member)).toBeUndefined();
      } else expect(await catchDatabaseError(attempt)).toMatchObject(forbidden);
    });

    it(`${actor} cannot raise themselves, neither by the role nor by a switch`, async () => {
      const people = await makePeople();
      await signUpMember(database(), people.id, 'owner');
      const raise = change(database(), people[actor], people[actor], {
        role: 'owner',
        documents: true,
        money: true,
      });
      if (actor === 'owner') expect(await raise).toMatchObject({ role: 'owner' });
      else expect(await catchDatabaseError(raise)).toMatchObject(forbidden);
    });
  });

  it('for another owner a member does not exist', async () => {
    const people = await makePeople();
    const other = people['other owner'];
    for (const attempt of [
      () => change(database(), other, people.staff, { role: 'manager' }),
      () => remove(database(), other, people.staff),
      () => handOver(database(), other, people.id, people.staff),
      () => queryAs(database(), other, 'select public.leave_property($1)', [people.id]),
    ])
      expect(await catchDatabaseError(attempt())).toMatchObject(notFound);
  });

  it.each([
    ['anon', anon],
    ['guest_api', staysServer],
  ])('%s may call none of the functions', async (_role, caller) => {
    const people = await makePeople();
    for (const attempt of [
      () => change(database(), caller, people.staff, { role: 'manager' }),
      () => remove(database(), caller, people.staff),
      () => handOver(database(), caller, people.id, people.staff),
      () => queryAs(database(), caller, 'select public.leave_property($1)', [people.id]),
    ])
      expect(await catchDatabaseError(attempt())).toMatchObject({ code: '42501' });
  });

  it('switches change alone, and stay where they are not named', async () => {
    const { owner, staff } = await makePeople();
    expect(await change(database(), owner, staff, { role: 'staff', money: false })).toMatchObject({
      sees_documents: true,
      sees_money: false,
    });
    expect(await change(database(), owner, staff, { role: 'manager' })).toMatchObject({
      role: 'manager',
      sees_documents: true,
      sees_money: false,
    });
  });

  it('the switches follow a role that leaves no choice', async () => {
    const { owner, manager } = await makePeople();
    expect(await change(database(), owner, manager, { role: 'housekeeper' })).toMatchObject({
      sees_documents: false,
      sees_money: false,
    });
    expect(await change(database(), owner, manager, { role: 'owner' })).toMatchObject({
      sees_documents: true,
      sees_money: true,
    });
  });

  it.each([
    ['a housekeeper who sees documents', { role: 'housekeeper', documents: true }],
    ['a housekeeper who sees money', { role: 'housekeeper', money: true }],
    ['an owner who does not see money', { role: 'owner', money: false }],
  ] as const)('there is no %s', async (_, wanted) => {
    const { owner, staff } = await makePeople();
    expect(await catchDatabaseError(change(database(), owner, staff, wanted))).toMatchObject({
      code: 'PT400',
      detail: { reason: 'switches_do_not_fit_the_role' },
    });
  });

  it('a manager gives no switch that is off for themselves, and leaves one that was on', async () => {
    const { owner, manager, staff, housekeeper } = await makePeople();
    await change(database(), owner, manager, { role: 'manager', money: false });
    const give = change(database(), manager, housekeeper, { role: 'staff', money: true });
    expect(await catchDatabaseError(give)).toMatchObject(forbidden);
    expect(await change(database(), manager, staff, { role: 'staff', documents: false })).toMatchObject({
      sees_documents: false,
      sees_money: true,
    });
  });

  it('of two changes that saw the same version, the second is told that the member has changed', async () => {
    const { owner, manager, staff } = await makePeople();
    const seen = await readMembership(database(), staff);
    await change(database(), owner, staff, { role: 'staff', money: false });
    const late = change(database(), manager, staff, { role: 'housekeeper', version: seen?.version ?? '' });
    expect(await catchDatabaseError(late)).toMatchObject({
      code: 'PT409',
      detail: { reason: 'changed_meanwhile' },
    });
  });

  it.each(memberRoles)('a %s may leave, and reads nothing from then on', async (role) => {
    const people = await makePeople();
    await signUpMember(database(), people.id, 'owner');
    await queryAs(database(), people[role], 'select public.leave_property($1)', [people.id]);
    expect(await queryAs(database(), people[role], 'select id from public.accom_properties')).toEqual([]);
  });

  it('handing over makes the other the owner and oneself a manager, in the name of the other, with one entry for it', async () => {
    const { id, owner, staff } = await makePeople();
    await handOver(database(), owner, id, staff);
    expect(await readMembership(database(), staff)).toMatchObject({ role: 'owner', sees_money: true });
    expect(await readMembership(database(), owner)).toMatchObject({ role: 'manager' });
    expect(await readOwnerId(database(), id)).toBe(staff.accountId);
    const log = await database().sql(
      `select account_id, detail from public.audit_log where property_id = $1 and action like 'ownership%'
       and account_id is not null`,
      [id],
    );
    expect(log).toEqual([
      { account_id: owner.accountId, detail: { from: owner.accountId, to: staff.accountId } },
    ]);
  });

  it('an owner in whose name the place is not hands over only their own ownership', async () => {
    const { id, owner, staff } = await makePeople();
    const second = await signUpMember(database(), id, 'owner');
    await handOver(database(), second, id, staff);
    expect(await readOwnerId(database(), id)).toBe(owner.accountId);
    expect(await readMembership(database(), second)).toMatchObject({ role: 'manager' });
    expect(await readMembership(database(), staff)).toMatchObject({ role: 'owner' });
  });

  it.each(['manager', 'staff', 'housekeeper'] as const)('a %s cannot hand the place over', async (role) => {
    const people = await makePeople();
    expect(
      await catchDatabaseError(handOver(database(), people[role], people.id, people.staff)),
    ).toMatchObject(forbidden);
  });

  it('a place is handed over neither to oneself nor to somebody who does not work there', async () => {
    const people = await makePeople();
    for (const member of [people.owner, people['other owner']])
      expect(await catchDatabaseError(handOver(database(), people.owner, people.id, member))).toMatchObject(
        notFound,
      );
  });

  it('the place gets into the name of another owner when its own leaves', async () => {
    const { id, owner } = await makePeople();
    const second = await signUpMember(database(), id, 'owner');
    await signUpMember(database(), id, 'owner');
    await queryAs(database(), owner, 'select public.leave_property($1)', [id]);
    expect(await readOwnerId(database(), id)).toBe(second.accountId);
  });
});

onNativePostgres('members at the same time', {}, (database) => {
  it('when two owners remove each other at the same time, one owner is left, and the place is in their name', async () => {
    const connections = database().connect({ max: 2 });
    for (let round = 0; round < 10; round += 1) {
      const { id, owner } = await makeOwnedProperty(database());
      const other = await signUpMember(database(), id, 'owner');
      const [first, second] = [
        await readMembership(database(), owner),
        await readMembership(database(), other),
      ];
      await Promise.allSettled([
        runOnConnection(connections, owner, (sql) => sql`select public.remove_member(${second?.id ?? ''})`),
        runOnConnection(connections, other, (sql) => sql`select public.remove_member(${first?.id ?? ''})`),
      ]);
      const owners = await database().sql(
        `select account_id from public.property_members where property_id = $1 and role = 'owner'`,
        [id],
      );
      expect(owners).toEqual([{ account_id: await readOwnerId(database(), id) }]);
    }
  });

  it('an owner who hands over and leaves at the same time leaves the place with an owner', async () => {
    const connections = database().connect({ max: 2 });
    for (let round = 0; round < 10; round += 1) {
      const { id, owner } = await makeOwnedProperty(database());
      const staff = await signUpMember(database(), id, 'staff');
      const heir = await readMembership(database(), staff);
      await Promise.allSettled([
        runOnConnection(
          connections,
          owner,
          (sql) => sql`select public.hand_over_property(${id}, ${heir?.id ?? ''})`,
        ),
        runOnConnection(connections, owner, (sql) => sql`select public.leave_property(${id})`),
      ]);
      const owners = await database().sql(
        `select account_id from public.property_members where property_id = $1 and role = 'owner'`,
        [id],
      );
      expect(owners).toEqual([{ account_id: await readOwnerId(database(), id) }]);
    }
  });
});
