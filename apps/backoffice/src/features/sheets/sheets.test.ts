import { crc32, deflateSync } from 'node:zlib';
import { createNativeTestDatabase } from '@gudbro/supabase-local/native';
import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { findPlaceId } from '@/testing/find-place-id';
import { submitAs, useDatabase } from '@/testing/next-request';
import { type SignedInAccount, signUpAccount } from '@/testing/sign-up-account';
import { finishWalkAction, replaceCodeAction, saveSignAction, startWalkAction } from './actions.ts';
import { buildSheet } from './build-sheet.ts';
import { getRoomsToPrint, listNetworks, listRoomsToPrint } from './queries.ts';
import { findSign, listSigns } from './register-queries.ts';
import { readSheetChoice } from './sheet-choice.ts';
import { findLastWalk, readWalk, scanOnWalk, scanWifiOnWalk, seePlaceSignOnWalk } from './walk-queries.ts';

vi.mock('next/headers', () => import('@/testing/next-request'));
vi.mock('next/cache', () => import('@/testing/next-request'));

let db: TestDatabase;
let owner: SignedInAccount;
let staff: SignedInAccount;
let otherOwner: SignedInAccount;
let sunset: string;

const everything = { search: '', floor: '', type: '', state: '' } as const;
const place = 'sunset-hotel';

beforeAll(async () => {
  db = await createNativeTestDatabase({ seed: true });
  await useDatabase(db);
  owner = await signUpAccount(db, 'owner@example.com');
  staff = await signUpAccount(db, 'staff@example.com');
  otherOwner = await signUpAccount(db, 'other@example.com');
  sunset = await findPlaceId(db, 'sunset-hotel');
});

afterAll(() => db.close());

async function printRoom(number: string) {
  const { rooms } = await listRoomsToPrint(staff.client, sunset, { ...everything, search: number });
  const [room] = rooms;
  if (room === undefined) throw new Error(`the seed has room ${number}`);
  await staff.client.query((source) =>
    source.rpc('record_print_job', {
      property_id: sunset,
      job: { format: 'L7165', locales: ['en'], colour: '#1a6b5f', offsetX: 0, offsetY: 0 },
      printed: [{ kind: 'room', roomId: room.id, code: room.code }],
    }),
  );
  const [sign] = await listSigns(staff.client, sunset, { search: number, filter: 'all', after: null });
  if (sign === undefined) throw new Error('the sign was written down');
  return { room, sign: await findSign(staff.client, sunset, sign.id) };
}

/** What a sheet shows of the place. */
function describeSunset() {
  const shown = { id: sunset, slug: place, shortCode: 'SUN', name: 'Sunset Hotel', defaultLocale: 'en' };
  return {
    // The rest of a place is on no sheet.
    place: shown as Parameters<typeof buildSheet>[1]['place'],
    staysUrl: 'https://stays.example',
    checkPageText: 'Check',
  };
}

function makeForm(entries: [string, string | Blob][]): FormData {
  const form = new FormData();
  const fields: [string, string | Blob][] = [
    ['format', 'L7165'],
    ['locale', 'vi'],
    ['locale', 'en'],
    ['colour', '#1A6B5F'],
    ['logoPosition', 'header'],
    ['offsetX', '0,5'],
    ['offsetY', '-1.25'],
    ['firstLabel', '3'],
    ...entries,
  ];
  for (const [name, value] of fields) {
    form.append(name, value);
  }
  return form;
}

test('rooms without a good sign are found, and those with a torn one', async () => {
  const unprinted = { ...everything, state: 'unprinted' } as const;
  const before = await listRoomsToPrint(owner.client, sunset, unprinted);
  const { room, sign } = await printRoom('203');
  const after = await listRoomsToPrint(owner.client, sunset, unprinted);
  expect(before.rooms.map(({ id }) => id)).toContain(room.id);
  expect(after.rooms.map(({ id }) => id)).not.toContain(room.id);
  const torn = { ...everything, state: 'torn' } as const;
  expect((await listRoomsToPrint(owner.client, sunset, torn)).rooms).toEqual([]);
  await submitAs(staff, saveSignAction, {
    place,
    id: sign?.id ?? '',
    version: sign?.version ?? '',
    hangsAt: 'Beside the door',
    torn: 'on',
  });
  expect((await listRoomsToPrint(owner.client, sunset, torn)).rooms).toMatchObject([{ id: room.id }]);
});

test('another owner sees neither rooms, networks, signs nor walks of this place', async () => {
  await printRoom('204');
  const { client } = otherOwner;
  const own = await listRoomsToPrint(owner.client, sunset, everything);
  await expect(listRoomsToPrint(client, sunset, everything)).rejects.toMatchObject({ code: 'not_found' });
  await expect(
    getRoomsToPrint(
      client,
      sunset,
      own.rooms.map(({ id }) => id),
    ),
  ).rejects.toMatchObject({
    code: 'not_found',
  });
  expect(await listSigns(client, sunset, { search: '', filter: 'all', after: null })).toEqual([]);
  await submitAs(staff, startWalkAction, { place });
  expect(await findLastWalk(client, sunset)).toBeNull();
  await expect(listNetworks(client, sunset)).rejects.toThrow();
  expect(await submitAs(otherOwner, startWalkAction, { place })).toMatchObject({ error: 'not_found' });
});

test('of two people who write to one sign, the second sees what is there now', async () => {
  const { sign } = await printRoom('203');
  const form = { place, id: sign?.id ?? '', version: sign?.version ?? '', hangsAt: 'Door' };
  expect(await submitAs(owner, saveSignAction, form)).toMatchObject({ ok: true });
  expect(await submitAs(staff, saveSignAction, { ...form, hangsAt: 'Table' })).toMatchObject({
    error: 'conflict',
    reason: 'changed_meanwhile',
    theirs: { hangsAt: 'Door', torn: '', removed: '' },
  });
});

test('managers replace a code, which kills its signs; staff do not', async () => {
  const { room, sign } = await printRoom('204');
  const form = { place, room: room.id, code: room.code };
  expect(await submitAs(staff, replaceCodeAction, form)).toMatchObject({ error: 'forbidden' });
  expect(await submitAs(owner, replaceCodeAction, form)).toMatchObject({ ok: true });
  expect((await findSign(owner.client, sunset, sign?.id ?? ''))?.diedAt).not.toBeNull();
  expect(await submitAs(owner, replaceCodeAction, form)).toMatchObject({ error: 'conflict' });
  const dead = await listSigns(owner.client, sunset, { search: '', filter: 'dead', after: null });
  expect(dead.map(({ id }) => id)).toContain(sign?.id);
});

test('a walk counts the rooms it saw and names those it did not', async () => {
  await submitAs(staff, startWalkAction, { place });
  const walk = await findLastWalk(staff.client, sunset);
  const walkId = walk?.id ?? '';
  const { rooms } = await listRoomsToPrint(staff.client, sunset, everything);
  const [first, ...others] = rooms;
  await scanOnWalk(staff.client, { walkId, code: first?.code ?? '', isOurs: true });
  await scanOnWalk(staff.client, { walkId, code: 'https://evil.test/x', isOurs: false });
  expect(await readWalk(staff.client, walkId)).toMatchObject({
    total: rooms.length,
    seen: 1,
    missing: others.map(({ number }) => number),
    found: [{ verdict: 'foreign', code: 'https://evil.test/x' }],
  });
  const missing = await listRoomsToPrint(staff.client, sunset, { ...everything, state: 'missing' });
  expect(missing.rooms).toEqual(others);
  await submitAs(staff, finishWalkAction, { place, walk: walkId });
  expect((await findLastWalk(staff.client, sunset))?.finishedAt).not.toBeNull();
});

test('the form becomes signs with the address, the label and the word of each room', async () => {
  const { rooms } = await listRoomsToPrint(owner.client, sunset, everything);
  const choice = await readSheetChoice(
    makeForm([
      ['place-sign', 'on'],
      ['wifi-cards', 'on'],
    ]),
  );
  const { signs, options } = buildSheet(choice, {
    rooms,
    networks: await listNetworks(owner.client, sunset),
    ...describeSunset(),
  });
  expect(options).toMatchObject({
    offset: { x: 0.5, y: -1.2 },
    firstLabel: 3,
    colour: '#1a6b5f',
    domain: 'stays.example',
  });
  expect(signs[0]).toMatchObject({ kind: 'place', qr: 'https://stays.example/sunset-hotel' });
  expect(signs.some(({ kind, qr }) => kind === 'wifi' && qr.startsWith('WIFI:T:WPA;'))).toBe(true);
  const room = signs.find(({ kind }) => kind === 'room');
  expect(room?.qr).toBe(`https://stays.example/stay/room/${room?.code}`);
});

test('WiFi cards are those of the networks that guests are told', async () => {
  const { rooms } = await listRoomsToPrint(owner.client, sunset, everything);
  const [first, second] = rooms;
  if (first === undefined || second === undefined) throw new Error('the seed has rooms');
  await db.sql(
    'update public.accom_rooms set wifi_ssid = null, wifi_password = null where property_id = $1',
    [sunset],
  );
  await db.sql(
    `update public.accom_rooms set wifi_ssid = 'River own', wifi_password = 'sleepwell1' where id = $1`,
    [first.id],
  );
  const setPlace = (zones: object[]) =>
    db.sql(
      `update public.accom_properties set wifi_network = 'River', wifi_password = 'welcome123', wifi_zones = $2::jsonb
       where id = $1`,
      [sunset, JSON.stringify(zones)],
    );
  const choice = await readSheetChoice(makeForm([['wifi-cards', 'on']]));
  const listCards = async (chosen: typeof rooms) =>
    buildSheet(choice, {
      rooms: chosen,
      networks: await listNetworks(owner.client, sunset),
      ...describeSunset(),
    })
      .signs.filter(({ kind }) => kind === 'wifi')
      .map(({ title, network }) => [title, network?.name, network?.password]);
  const own = [`WiFi SUN-${first.number}`, 'River own', 'sleepwell1'];
  await setPlace([]);
  expect(await listCards([first, second])).toEqual([['WiFi', 'River', 'welcome123'], own]);
  expect(await listCards([second])).toEqual([['WiFi', 'River', 'welcome123']]);
  // Parts replace the one network for every guest, so it has no card.
  await setPlace([
    { name: 'Terrace', network: 'Terrace', password: null },
    { name: 'Pool', network: 'Terrace', password: null },
  ]);
  expect(await listCards([first])).toEqual([['WiFi', 'Terrace', null], own]);
});

test('a WiFi card and the sign of the place are told apart on a walk, as whoever walks is told', async () => {
  await db.sql(
    `update public.accom_properties set wifi_network = 'River', wifi_password = 'welcome123' where id = $1`,
    [sunset],
  );
  await submitAs(staff, startWalkAction, { place });
  const walkId = (await findLastWalk(staff.client, sunset))?.id ?? '';
  const scan = (network: string, password: string | null) =>
    scanWifiOnWalk(staff.client, { walkId, network, password });
  expect(await scan('River', 'welcome123')).toMatchObject({ verdict: 'current' });
  expect(await scan('River', null)).toMatchObject({ verdict: 'dead' });
  expect(await scan('Free WiFi', null)).toMatchObject({ verdict: 'foreign' });
  await seePlaceSignOnWalk(staff.client, walkId);
  const { found } = await readWalk(staff.client, walkId);
  expect(found).toMatchObject([
    { kind: 'wifi', verdict: 'foreign', code: 'Free WiFi' },
    { kind: 'wifi', verdict: 'dead', code: 'River' },
  ]);
  await expect(seePlaceSignOnWalk(otherOwner.client, walkId)).rejects.toMatchObject({ code: 'not_found' });
  await submitAs(staff, finishWalkAction, { place, walk: walkId });
});

test.each([
  ['a format that is none', [['format', 'A0']]],
  ['a colour with a script', [['colour', '#fff"/><script>']]],
  ['an offset off the paper', [['offsetX', '400']]],
  ['a language that is none', [['locale', 'xx']]],
  ['a room that is no id', [['room', "1' or '1'='1"]]],
  ['a label that no sheet has', [['firstLabel', '0']]],
] as [string, [string, string][]][])('refuses %s', async (_, entries) => {
  const form = makeForm([]);
  for (const [name, value] of entries) {
    if (name === 'locale' || name === 'room') {
      form.append(name, value);
    } else {
      form.set(name, value);
    }
  }
  await expect(readSheetChoice(form)).rejects.toMatchObject({ code: 'invalid_request' });
});

/** A part of a PNG, which may claim to be longer than it is. */
function makeChunk(type: string, data: Buffer, length = data.length): Buffer<ArrayBuffer> {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}

const endOfPng = makeChunk('IEND', Buffer.alloc(0));

function drawPng(width: number, height: number, pixels: Buffer, ...others: Buffer<ArrayBuffer>[]): Blob {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const parts = [makeChunk('IHDR', header), makeChunk('IDAT', deflateSync(pixels)), ...others];
  return new Blob([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...parts]);
}

test('a logo is taken if it is what it says', async () => {
  const { logo } = await readSheetChoice(
    makeForm([
      ['logo', drawPng(2, 2, Buffer.alloc(14), makeChunk('tEXt', Buffer.from('by Linh')), endOfPng)],
    ]),
  );
  expect(logo).toMatchObject({ type: 'image/png', width: 2, height: 2 });
  expect(Buffer.from(logo?.bytes ?? []).includes('Linh')).toBe(false);
});

test.each([
  ['a PNG that unpacks to far more than its size', drawPng(2, 2, Buffer.alloc(50_000_000), endOfPng)],
  ['a PNG of a huge size', drawPng(60_000, 60_000, Buffer.alloc(14), endOfPng)],
  ['a PNG without an end', drawPng(2, 2, Buffer.alloc(14))],
  // The PDF's writer would reserve gigabytes for each.
  ...['IDAT', 'PLTE', 'tRNS', 'tEXt'].map((type): [string, Blob] => [
    `a PNG whose ${type} claims two gigabytes`,
    drawPng(2, 2, Buffer.alloc(14), makeChunk(type, Buffer.alloc(3), 0x7fffffff), endOfPng),
  ]),
  [
    'a PNG with a palette that is too long',
    drawPng(2, 2, Buffer.alloc(14), makeChunk('PLTE', Buffer.alloc(900)), endOfPng),
  ],
  ['an SVG', new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>'])],
  ['a JPEG without a frame', new Blob([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1])])],
])('refuses %s as a logo', async (_, file) => {
  await expect(readSheetChoice(makeForm([['logo', file]]))).rejects.toMatchObject({
    code: 'unsupported_file',
  });
});
