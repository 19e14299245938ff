import { expect, test } from 'vitest';
import { isLocalOrigin } from './is-local-origin.ts';

test.each([
  'http://localhost:3000',
  'http://127.0.0.1',
  'http://127.1.2.3:80/x',
  'http://[::1]:3000',
  'http://a.localhost',
])('isLocalOrigin is true for %s', (origin) => {
  expect(isLocalOrigin(origin)).toBe(true);
});

test.each([
  'https://stays.example',
  'http://192.168.1.4:3000',
  'http://localhost.evil.example',
  'http://127.0.0.1.nip.io',
  'localhost',
  '',
])('isLocalOrigin is false for %j', (origin) => {
  expect(isLocalOrigin(origin)).toBe(false);
});
