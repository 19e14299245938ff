import { createNativeTestDatabase } from '@gudbro/supabase-local/native';
import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { listRoomTypeNames } from '@/server/list-room-type-names';
import { moveAction } from '@/shell/list/move-action';
import { undoChangeAction } from '@/shell/toast/undo-change-action';
import { findPlaceId } from '@/testing/find-place-id';
import { submitAs, useDatabase } from '@/testing/next-request';
import { type SignedInAccount, signUpAccount } from '@/testing/sign-up-account';
import { addRoomsAction, removeRoomAction, saveRoomAction } from './actions.ts';
import { getRoom, listPlaceRooms, listRooms } from './queries.ts';
import { setRoomStateAction } from './state-actions.ts';
import { listRoomsToClean } from './state-queries.ts';

vi.mock('next/headers', () => import('@/testing/next-request'));
vi.mock('next/cache', () => import('@/testing/next-request'));

let db: TestDatabase;
let owner: SignedInAccount;
let staff: SignedInAccount;
let otherOwner: SignedInAccount;
let sunset: string;

const place = 'sunset-hotel';
const everyRoom = { numberPattern: null, typeId: null, floor: null, isOff: false };

beforeAll(async () => {
  db = await createNativeTestDatabase({ seed: true });
  await useDatabase(db);
  owner = await signUpAccount(db, 'owner@example.com');
  staff = await signUpAccount(db, 'staff@example.com');
  otherOwner = await signUpAccount(db, 'other@example.com');
  sunset = await findPlaceId(db, 'sunset-hotel');
});

afterAll(() => db.close());

test('rooms are added by range with their type, listed by filter, sorted, changed and removed', async () => {
  const [, made] = await listRoomTypeNames(owner.client, sunset);
  if (made === undefined) throw new Error('the demo has two types');
  const added = await submitAs(owner, addRoomsAction, {
    place,
    ranges: '901-903, D9: 1-4, 901',
    type: made.id,
    floor: '9',
  });
  expect(added).toMatchObject({ ok: true, goTo: '/p/sunset-hotel/rooms?added=4&existing=0' });
  const filter = { ...everyRoom, typeId: made.id };
  const { rooms } = await listRooms(owner.client, sunset, filter, null);
  expect(rooms).toMatchObject([
    { number: '204' },
    { number: '901', capacity: 2, beds: 0, floor: '9' },
    { number: '902' },
    { number: '903' },
    { number: 'D9', capacity: 4, beds: 4 },
  ]);
  const dorm = rooms.at(-1)?.id ?? '';
  expect(await submitAs(owner, moveAction, { place, kind: 'rooms', id: dorm, to: '1' })).toMatchObject({
    ok: true,
  });
  const sorted = (await listRooms(owner.client, sunset, filter, null)).rooms;
  expect(sorted.map(({ number }) => number)).toEqual(['D9', '204', '901', '902', '903']);

  const room = await getRoom(owner.client, sunset, dorm);
  const form = {
    place,
    id: room.id,
    version: room.version,
    number: 'D10',
    type: '',
    capacity: '5',
    floor: '',
    beds: '1-4, top',
    wifiNetwork: 'Dorm',
    wifiPassword: 'lantern-42',
  };
  expect(await submitAs(owner, saveRoomAction, form)).toMatchObject({ ok: true });
  expect(await getRoom(owner.client, sunset, room.id)).toMatchObject({
    number: 'D10',
    typeId: null,
    beds: ['1', '2', '3', '4', 'top'],
    isActive: false,
    wifiNetwork: 'Dorm',
  });
  // The form was read before it was saved.
  const removal = { place, id: room.id, version: room.version };
  expect(await submitAs(owner, removeRoomAction, removal)).toMatchObject({
    error: 'conflict',
    reason: 'changed_meanwhile',
  });
  const { version } = await getRoom(owner.client, sunset, room.id);
  expect(await submitAs(owner, removeRoomAction, { ...removal, version })).toMatchObject({ ok: true });
  // It is gone by now.
  expect(await submitAs(owner, removeRoomAction, { ...removal, version })).toMatchObject({
    error: 'not_found',
  });
  await expect(getRoom(owner.client, sunset, room.id)).rejects.toMatchObject({ code: 'not_found' });
});

test.each([
  ['rooms that cannot be read', { ranges: '9-1' }, { ranges: 'not_rooms' }],
  ['nothing', { ranges: ' ' }, { ranges: 'required' }],
])('adding %s is refused beside the field', async (_case, changes, fields) => {
  const state = await submitAs(owner, addRoomsAction, { place, type: '', floor: '', ...changes });
  expect(state).toMatchObject({ error: 'invalid_request', fields });
});

test('a room with bookings is not removed', async () => {
  const { rooms } = await listRooms(owner.client, sunset, { ...everyRoom, numberPattern: '203' }, null);
  const { id, version } = await getRoom(owner.client, sunset, rooms[0]?.id ?? '');
  expect(await submitAs(owner, removeRoomAction, { place, id, version })).toMatchObject({
    error: 'conflict',
    reason: 'room_has_stays',
  });
});

test('staff read rooms and change none; another owner and nobody do not find them', async () => {
  const { rooms } = await listRooms(staff.client, sunset, everyRoom, null);
  expect(rooms.length).toBeGreaterThan(1);
  for (const [person, error] of [
    [staff, 'forbidden'],
    [otherOwner, 'not_found'],
    [null, 'session_expired'],
  ] as const) {
    const sent = { place, ranges: '801', type: '', floor: '' };
    expect(await submitAs(person, addRoomsAction, sent)).toMatchObject({ error });
    const removal = { place, id: rooms[0]?.id ?? '', version: new Date().toISOString() };
    expect(await submitAs(person, removeRoomAction, removal)).toMatchObject({ error });
    const move = { place, kind: 'rooms', id: rooms[0]?.id ?? '', to: '2' };
    expect(await submitAs(person, moveAction, move)).toMatchObject({ error });
  }
  await expect(listRooms(otherOwner.client, sunset, everyRoom, null)).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('a housekeeper says by one tap that a room is clean, takes it back, and may not take it out of use', async () => {
  const housekeeper = await signUpAccount(db, 'housekeeper@example.com');
  const list = () => listPlaceRooms(housekeeper.client, sunset, '203', null);
  const [before] = await list();
  const step = { place, id: before?.stateId ?? '', seen: 'clean' };
  const dirty = await submitAs(housekeeper, setRoomStateAction, { ...step, state: 'dirty' });
  expect(dirty).toMatchObject({ ok: true, done: 'room_dirty', changeId: expect.any(String) });
  expect(await listRoomsToClean(housekeeper.client, sunset)).toMatchObject([
    { number: '203', state: 'dirty' },
  ]);
  const late = await submitAs(housekeeper, setRoomStateAction, { ...step, state: 'inspected' });
  expect(late).toMatchObject({ ok: false, error: 'conflict', reason: 'changed_meanwhile' });
  const changeId = dirty?.ok === true ? dirty.changeId : undefined;
  expect(await submitAs(housekeeper, undoChangeAction, { place, changeId: changeId ?? '' })).toMatchObject({
    ok: true,
  });
  expect(await list()).toMatchObject([{ state: 'clean' }]);
  expect(await submitAs(housekeeper, setRoomStateAction, { ...step, state: 'out_of_order' })).toMatchObject({
    error: 'forbidden',
  });
  expect(await submitAs(otherOwner, setRoomStateAction, { ...step, state: 'dirty' })).toMatchObject({
    error: 'not_found',
  });
});
