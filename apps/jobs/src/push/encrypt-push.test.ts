import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { encryptPush } from './encrypt-push.ts';
import { isVapidKeyPair, makeVapidKeyPair } from './vapid-keys.ts';

const fromBase64 = (text: string) => Buffer.from(text, 'base64url');

it('encrypts the example of RFC 8291 as the RFC does', () => {
  const browser = {
    p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
    authSecret: 'BTBZMqHH6r4Tts7J_aSIgg',
  };
  const drawn = {
    senderPrivateKey: fromBase64('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw'),
    salt: fromBase64('DGv6ra1nlYgDCS1FRnbzlw'),
  };
  const encrypted = encryptPush('When I grow up, I want to be a watermelon', browser, drawn);
  expect(encrypted.toString('base64url')).toBe(
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
  );
});

it('encrypts the same message in another way each time', () => {
  const browser = { p256dh: makeVapidKeyPair().publicKey, authSecret: randomBytes(16).toString('base64url') };
  expect(encryptPush('{}', browser)).not.toEqual(encryptPush('{}', browser));
});

it('refuses a message that does not fit, and a key that is no point of the curve', () => {
  const authSecret = randomBytes(16).toString('base64url');
  const { publicKey } = makeVapidKeyPair();
  expect(() => encryptPush('a'.repeat(3_001), { p256dh: publicKey, authSecret })).toThrow(RangeError);
  expect(() => encryptPush('{}', { p256dh: `B${'a'.repeat(86)}`, authSecret })).toThrow();
});

it('makes pairs of keys that belong together, and knows those that do not', () => {
  const [one, other] = [makeVapidKeyPair(), makeVapidKeyPair()];
  expect(isVapidKeyPair(one.publicKey, one.privateKey)).toBe(true);
  expect(isVapidKeyPair(one.publicKey, other.privateKey)).toBe(false);
  expect(isVapidKeyPair(one.publicKey, '')).toBe(false);
  expect(isVapidKeyPair(one.publicKey, Buffer.alloc(32).toString('base64url'))).toBe(false);
});
