import { randomBytes, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  areMasterKeys,
  digestNumber,
  type MasterKeys,
  offerPlaceKey,
  openPart,
  openPlaceKey,
  readMasterKeys,
  rewrapPartKey,
  rewrapPlaceKey,
  sealPart,
} from './index.ts';

const makeKey = (id: string) => `${id}:${randomBytes(32).toString('base64url')}`;
const propertyId = randomUUID();
const documentId = randomUUID();
const text = Buffer.from('ERIKSSON ANNA MARIA L898902C3');

async function makePlace(masters: MasterKeys, id = propertyId) {
  const stored = { version: 1, ...(await offerPlaceKey(masters, id)) };
  return { stored, place: await openPlaceKey(masters, id, stored) };
}

test('a part opens with its place and its key, and the sealed bytes say nothing of it', async () => {
  const masters = await readMasterKeys(makeKey('a'));
  const { place, stored } = await makePlace(masters);
  const part = await sealPart(place, documentId, 'image', text);
  expect(Buffer.from(await openPart(place, documentId, 'image', part))).toEqual(text);
  expect(Buffer.from(part.sealed).includes('ERIKSSON')).toBe(false);
  const again = await sealPart(place, documentId, 'image', text);
  expect(Buffer.from(again.sealed)).not.toEqual(Buffer.from(part.sealed));
  expect(stored).toMatchObject({ masterKeyId: 'a' });
});

test('a part does not open as another part, of another document or place, or with one bit changed', async () => {
  const masters = await readMasterKeys(makeKey('a'));
  const { place } = await makePlace(masters);
  const other = await makePlace(masters, randomUUID());
  const part = await sealPart(place, documentId, 'image', text);
  const changed = Buffer.from(part.sealed);
  changed[20] = (changed[20] ?? 0) ^ 1;
  await expect(openPart(place, documentId, 'fields', part)).rejects.toThrow();
  await expect(openPart(place, randomUUID(), 'image', part)).rejects.toThrow();
  await expect(openPart(other.place, documentId, 'image', part)).rejects.toThrow();
  await expect(openPart(place, documentId, 'image', { ...part, sealed: changed })).rejects.toThrow();
  const replaced = await sealPart(place, documentId, 'image', text);
  await expect(
    openPart(place, documentId, 'image', { ...part, wrappedKey: replaced.wrappedKey }),
  ).rejects.toThrow();
});

test('the key of a place opens with the master key that wrapped it, for that place alone', async () => {
  const [old, fresh] = [makeKey('old'), makeKey('new')];
  const { stored } = await makePlace(await readMasterKeys(old));
  const both = await readMasterKeys(`${fresh},${old}`);
  await expect(openPlaceKey(await readMasterKeys(fresh), propertyId, stored)).rejects.toThrow('old');
  await expect(openPlaceKey(both, randomUUID(), stored)).rejects.toThrow();
  const rewrapped = { version: 1, ...(await rewrapPlaceKey(both, propertyId, stored)) };
  expect(rewrapped.masterKeyId).toBe('new');
  const opened = await openPlaceKey(await readMasterKeys(fresh), propertyId, rewrapped);
  const before = await openPlaceKey(both, propertyId, stored);
  expect(opened.bytes).toEqual(before.bytes);
});

test('a part opens by another key of its place once its own key is wrapped anew', async () => {
  const masters = await readMasterKeys(makeKey('a'));
  const [first, second] = [await makePlace(masters), await makePlace(masters)];
  const part = await sealPart(first.place, documentId, 'fields', text);
  const wrappedKey = await rewrapPartKey(first.place, second.place, documentId, 'fields', part.wrappedKey);
  const opened = await openPart(second.place, documentId, 'fields', { ...part, wrappedKey });
  expect(Buffer.from(opened)).toEqual(text);
  await expect(openPart(first.place, documentId, 'fields', { ...part, wrappedKey })).rejects.toThrow();
});

test('the same number has the same digest at one place however it is written, and another one elsewhere', async () => {
  const masters = await readMasterKeys(makeKey('a'));
  const [one, other] = [await makePlace(masters), await makePlace(masters, randomUUID())];
  const digest = await digestNumber(one.place, 'L898 902-c3');
  expect(digest).toBe(await digestNumber(one.place, 'l898902C3'));
  expect(digest).not.toBe(await digestNumber(one.place, 'L898902C4'));
  expect(digest).not.toBe(await digestNumber(other.place, 'L898902C3'));
});

test.each([
  [makeKey('a'), true],
  [`${makeKey('b')}, ${makeKey('a')}`, true],
  ['', false],
  ['a:short', false],
  [makeKey('a').slice(0, -1), false],
  [`${makeKey('a')},${makeKey('a')}`, false],
  [makeKey('ä'), false],
])('whether master keys have their form (%#)', async (setting, isValid) => {
  expect(areMasterKeys(setting)).toBe(isValid);
  const read = readMasterKeys(setting);
  await (isValid ? expect(read).resolves.toBeDefined() : expect(read).rejects.toThrow(TypeError));
});
