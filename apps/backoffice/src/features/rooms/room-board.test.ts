import type { ApiError } from '@gudbro/api-kit';
import { createTestDatabase, type TestDatabase } from '@gudbro/supabase-local/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectTo } from '@/testing/connect-to';
import { createCookieJar } from '@/testing/cookie-jar';
import { type SignedInAccount, signUpAccount } from '@/testing/sign-up-account';
import { getRoom, listProperties, listRooms } from './queries.ts';
import { type RoomBoard, readRoomBoard } from './room-board.ts';

let db: TestDatabase;
let owner: SignedInAccount;
let staff: SignedInAccount;
let stranger: SignedInAccount;

beforeAll(async () => {
  db = await createTestDatabase({ seed: true });
  owner = await signUpAccount(db, 'owner@example.com');
  staff = await signUpAccount(db, 'staff@example.com');
  stranger = await signUpAccount(db, 'stranger@example.com');
});

afterAll(() => db.close());

const readBoard = ({ client, accountId }: SignedInAccount, searchText = '') =>
  readRoomBoard(client, accountId, searchText);

function listLabels(board: RoomBoard): string[] {
  const groups = board.state === 'rooms' ? board.groups : [];
  return groups.flatMap(({ property, rooms }) => rooms.map((room) => `${property.shortCode}-${room.number}`));
}

async function findRoomId(roomCode: string): Promise<string> {
  const [room] = await db.sql<{ id: string }>('select id from public.accom_rooms where room_code = $1', [
    roomCode,
  ]);
  return room?.id ?? '';
}

test('an owner sees their own properties and rooms, and no others', async () => {
  expect(listLabels(await readBoard(owner))).toEqual([
    'BPH-D1',
    'BVA-A1',
    'PLM-12',
    'PLM-14',
    'SUN-203',
    'SUN-204',
  ]);
});

test('staff see only the property they work at, and their role there', async () => {
  const [sunset, ...others] = await listProperties(staff.client, staff.accountId);
  expect(others).toEqual([]);
  expect(sunset).toMatchObject({ name: 'Sunset Hotel', role: 'staff' });
  expect(listLabels(await readBoard(staff))).toEqual(['SUN-203', 'SUN-204']);
});

test('the role of a property is that of the signed-in account, and not that of another member', async () => {
  const properties = await listProperties(owner.client, owner.accountId);
  expect(properties.map(({ role }) => role)).toEqual(['owner', 'owner', 'owner', 'owner']);
});

test('an account that is a member of no property sees no properties and no rooms', async () => {
  expect(await readBoard(stranger)).toEqual({ state: 'no_properties' });
  expect(await listRooms(stranger.client)).toEqual([]);
});

test('a query without a session is forbidden', async () => {
  const nobody = connectTo(db, createCookieJar());
  await expect(listRooms(nobody)).rejects.toMatchObject({ code: 'forbidden' });
});

test('an owner reads a room with its code and its property', async () => {
  expect(await getRoom(owner.client, await findRoomId('RM-SUNSET22'))).toMatchObject({
    number: '203',
    code: 'RM-SUNSET22',
    property: { name: 'Sunset Hotel', shortCode: 'SUN' },
  });
});

test('a room of another owner gives exactly the same error as one that does not exist', async () => {
  const foreign = await getRoom(owner.client, await findRoomId('RM-HUSH2345')).catch(readError);
  const unknown = await getRoom(owner.client, crypto.randomUUID()).catch(readError);
  expect(foreign).toEqual({ status: 404, body: { error: 'not_found' } });
  expect(foreign).toEqual(unknown);
});

test.each([
  ['SUN-203', ['SUN-203']],
  ['sun 20', ['SUN-203', 'SUN-204']],
  ['204', ['SUN-204']],
  ['plm', ['PLM-12', 'PLM-14']],
  ['4', ['PLM-14', 'SUN-204']],
])('the room search for %s finds %j', async (text, labels) => {
  expect(listLabels(await readBoard(owner, text))).toEqual(labels);
});

test.each(['QUI-1', '%', '_', '2%3', "'", '",)(', '\\'])(
  'the room search for %s finds nothing',
  async (text) => {
    expect(await readBoard(owner, text)).toEqual({ state: 'nothing_found' });
  },
);

function readError({ status, body }: ApiError) {
  return { status, body };
}
