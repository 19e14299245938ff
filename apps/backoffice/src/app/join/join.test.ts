import { createNativeTestDatabase } from '@gudbro/supabase-local/native';
import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  declineAction,
  joinAction,
  openInvitationAction,
  switchAccountAction,
} from '@/features/join/actions';
import { readInvitation } from '@/features/join/queries';
import {
  changeMemberAction,
  handOverAction,
  inviteAction,
  leaveAction,
  removeMemberAction,
  withdrawAction,
} from '@/features/members/actions';
import { getTeam } from '@/features/members/queries';
import { findPlaceId } from '@/testing/find-place-id';
import { submitAs, useDatabase } from '@/testing/next-request';
import { type SignedInAccount, signUpAccount } from '@/testing/sign-up-account';

vi.mock('next/headers', () => import('@/testing/next-request'));
vi.mock('next/cache', () => import('@/testing/next-request'));
// A redirect of Next is an error that Next catches. Here it is one that the test catches.
vi.mock('next/navigation', () => ({
  redirect: (path: string) => {
    throw new Error(`redirect ${path}`);
  },
}));

let db: TestDatabase;
let owner: SignedInAccount;
let staff: SignedInAccount;
let otherOwner: SignedInAccount;
let sunset: string;

const place = 'sunset-hotel';
const signUpStranger = () => signUpAccount(db, `${crypto.randomUUID()}@example.com`);

beforeAll(async () => {
  db = await createNativeTestDatabase({ seed: true });
  await useDatabase(db);
  owner = await signUpAccount(db, 'owner@example.com');
  staff = await signUpAccount(db, 'staff@example.com');
  otherOwner = await signUpAccount(db, 'other@example.com');
  sunset = await findPlaceId(db, 'sunset-hotel');
});

afterAll(() => db.close());

async function invite(role: string): Promise<string> {
  const state = await submitAs(owner, inviteAction, {
    place,
    role,
    seesDocuments: 'on',
    note: 'Minh',
    email: '',
  });
  const url = state?.ok === true ? (state.shown?.['url'] ?? '') : '';
  expect(url).toMatch(/^http:\/\/localhost:3001\/join#[0-9a-f]{64}$/);
  return url;
}

/** Opens the link and joins, in the browser of this person. */
async function join(person: SignedInAccount, url: string) {
  await expect(submitAs(person, openInvitationAction, { link: url })).rejects.toThrow('redirect /join');
  return submitAs(person, joinAction, {});
}

async function hire(role: string) {
  const person = await signUpStranger();
  await expect(join(person, await invite(role))).rejects.toThrow(`redirect /p/${place}`);
  const member = (await getTeam(owner.client, sunset)).members.find(
    ({ account }) => account.id === person.accountId,
  );
  if (member === undefined) throw new Error('who joined is a member');
  return { person, member };
}

test('an invited person opens the link, reads what it is for, and joins with the role and switches', async () => {
  const url = await invite('staff');
  const person = await signUpStranger();
  await expect(submitAs(person, openInvitationAction, { link: url })).rejects.toThrow('redirect /join');
  const secret = person.jar.cookies.get('gudbro_invitation')?.value ?? '';
  expect(await readInvitation(person.client, secret)).toMatchObject({
    propertyName: 'Sunset Hotel',
    role: 'staff',
    seesDocuments: true,
    seesMoney: false,
    isMember: false,
  });
  await expect(submitAs(person, joinAction, {})).rejects.toThrow(`redirect /p/${place}`);
  expect(person.jar.cookies.get('gudbro_invitation')?.value).toBe('');
  const team = await getTeam(person.client, sunset);
  expect(team.members.find(({ account }) => account.id === person.accountId)).toMatchObject({
    role: 'staff',
    seesDocuments: true,
    seesMoney: false,
  });
  const late = await signUpStranger();
  expect(await join(late, url)).toMatchObject({ error: 'conflict', reason: 'invitation_is_used' });
});

test.each(['', '#', 'https://example.com/join', `#${'g'.repeat(64)}`])('%j is no link', async (link) => {
  expect(await submitAs(staff, openInvitationAction, { link })).toMatchObject({
    error: 'invalid_request',
    fields: { link: 'no_invitation' },
  });
});

test('an invitation with an address is mailed as well, and the list says to whom', async () => {
  const state = await submitAs(owner, inviteAction, {
    place,
    role: 'staff',
    note: '',
    email: ' minh@example.com ',
  });
  expect(state).toMatchObject({ ok: true, shown: { email: 'minh@example.com' } });
  expect((await getTeam(owner.client, sunset)).invitations.map(({ email }) => email)).toContain(
    'minh@example.com',
  );
  const jobs = await db.sql('select from public.jobs where kind = $1', ['invitation_mail']);
  expect(jobs).toHaveLength(1);
  await db.sql(`delete from public.invitations where email = 'minh@example.com'`);
  expect(
    await submitAs(owner, inviteAction, { place, role: 'staff', note: '', email: 'minh' }),
  ).toMatchObject({
    ok: false,
    fields: { email: 'not_an_email' },
  });
});

test('who declines joins nothing, and the link still works for another', async () => {
  const url = await invite('housekeeper');
  const person = await signUpStranger();
  await expect(submitAs(person, openInvitationAction, { link: url })).rejects.toThrow('redirect /join');
  await expect(submitAs(person, declineAction, {})).rejects.toThrow('redirect /');
  const next = await signUpStranger();
  await expect(join(next, url)).rejects.toThrow(`redirect /p/${place}`);
});

test('a withdrawn invitation opens nothing', async () => {
  const url = await invite('staff');
  const [open] = (await getTeam(owner.client, sunset)).invitations;
  expect(await submitAs(staff, withdrawAction, { place, id: open?.id ?? '' })).toMatchObject({
    error: 'forbidden',
  });
  expect(await submitAs(owner, withdrawAction, { place, id: open?.id ?? '' })).toMatchObject({ ok: true });
  expect(await join(await signUpStranger(), url)).toMatchObject({ error: 'not_found' });
});

test('who changes the account is signed out and back at the invitation', async () => {
  const url = await invite('staff');
  const person = await signUpStranger();
  await expect(submitAs(person, openInvitationAction, { link: url })).rejects.toThrow('redirect /join');
  await expect(submitAs(person, switchAccountAction, {})).rejects.toThrow('redirect /join');
  const kept = [...person.jar.cookies].filter(([, { value }]) => value !== '').map(([name]) => name);
  expect(kept).toEqual(['gudbro_invitation']);
});

test('an owner changes a role, removes the member, and of two changes the second is refused', async () => {
  const { person, member } = await hire('staff');
  const change = { place, id: member.id, version: member.version, role: 'housekeeper' };
  expect(await submitAs(owner, changeMemberAction, change)).toMatchObject({ ok: true, done: 'saved' });
  expect(await submitAs(owner, changeMemberAction, change)).toMatchObject({ reason: 'changed_meanwhile' });
  expect(await submitAs(owner, removeMemberAction, { place, id: member.id })).toMatchObject({ ok: true });
  await expect(getTeam(person.client, sunset)).rejects.toMatchObject({ code: 'not_found' });
});

test('staff, a housekeeper, another owner and nobody change no member', async () => {
  const { person: housekeeper, member } = await hire('housekeeper');
  const change = { place, id: member.id, version: member.version, role: 'owner' };
  for (const actor of [staff, housekeeper]) {
    for (const attempt of [
      submitAs(actor, changeMemberAction, change),
      submitAs(actor, removeMemberAction, { place, id: member.id }),
      submitAs(actor, handOverAction, { place, id: member.id }),
      submitAs(actor, inviteAction, { place, role: 'owner', note: '', email: '' }),
    ])
      expect(await attempt).toMatchObject({ error: 'forbidden' });
  }
  expect(await submitAs(otherOwner, removeMemberAction, { place, id: member.id })).toMatchObject({
    error: 'not_found',
  });
  expect(
    await submitAs(otherOwner, removeMemberAction, { place: 'quiet-house', id: member.id }),
  ).toMatchObject({ error: 'not_found' });
  expect(await submitAs(null, removeMemberAction, { place, id: member.id })).toMatchObject({
    error: 'session_expired',
  });
  expect((await getTeam(owner.client, sunset)).members.map(({ id }) => id)).toContain(member.id);
});

test('a housekeeper reads the colleagues and no invitation, and may leave', async () => {
  await invite('staff');
  const { person } = await hire('housekeeper');
  const team = await getTeam(person.client, sunset);
  expect(team.members.length).toBeGreaterThan(2);
  expect(team.invitations).toEqual([]);
  expect(await submitAs(person, leaveAction, { place })).toMatchObject({ ok: true, goTo: '/' });
  await expect(getTeam(person.client, sunset)).rejects.toMatchObject({ code: 'not_found' });
});

test('the last owner cannot leave, and hands the place over instead', async () => {
  expect(await submitAs(owner, leaveAction, { place })).toMatchObject({ reason: 'last_owner' });
  const { person, member } = await hire('manager');
  expect(await submitAs(owner, handOverAction, { place, id: member.id })).toMatchObject({ ok: true });
  const team = await getTeam(person.client, sunset);
  expect(team.ownerId).toBe(person.accountId);
  expect(team.members.find(({ account }) => account.id === owner.accountId)).toMatchObject({
    role: 'manager',
  });
});
