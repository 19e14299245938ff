import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashAccount, knownDeviceCookieName, makeKnownDevice, readKnownDevice } from './known-device.ts';

const salt = 'long enough to be a salt for addresses';
const account = hashAccount(salt, 'owner@example.com');
const other = hashAccount(salt, 'other@example.com');

test('the value of a known device is read for its account, and is another one each time', () => {
  const [one, two] = [makeKnownDevice(salt, account), makeKnownDevice(salt, account)];
  expect(readKnownDevice(salt, account, one)).toMatch(/^[\w-]{22}$/);
  expect(readKnownDevice(salt, account, one)).not.toBe(readKnownDevice(salt, account, two));
});

test('a known device of one account is none of another account, and none after the salt has changed', () => {
  const value = makeKnownDevice(salt, account);
  expect(readKnownDevice(salt, other, value)).toBeNull();
  expect(readKnownDevice(`${salt}!`, account, value)).toBeNull();
});

test('no text that somebody writes is a known device', () => {
  const made = makeKnownDevice(salt, account);
  const [device = '', signature = ''] = made.split('.');
  const written = fc.oneof(
    fc.string(),
    fc.string().map((text) => `${text}.${signature}`),
    fc.string().map((text) => `${device}.${text}`),
    fc.string({ minLength: 1 }).map((text) => `${made}${text}`),
  );
  fc.assert(
    fc.property(written, (value) => {
      fc.pre(value !== made);
      expect(readKnownDevice(salt, account, value)).toBeNull();
    }),
  );
  expect(readKnownDevice(salt, account, undefined)).toBeNull();
});

test('an address is one account however it is written, and its hash and cookie do not name it', () => {
  expect(hashAccount(salt, 'Owner@Example.com')).toBe(account);
  expect(knownDeviceCookieName(account)).toMatch(/^gudbro_known_[\w-]{12}$/);
  expect(`${account} ${knownDeviceCookieName(account)}`).not.toContain('owner');
});
