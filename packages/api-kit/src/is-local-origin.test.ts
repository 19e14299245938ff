import { expect, test } from 'vitest';
import { isLocalOrigin } from './is-local-origin.ts';

test.each([
  'http://localhost:3000',
  'http://127.0.0.1',
  'http://127.1.2.3:80/x',
  'http://[::1]:3000',
  'http://a.localhost',
])('%s can be reached from this machine only', (origin) => {
  expect(isLocalOrigin(origin)).toBe(true);
});

test.each([
  'https://stays.example',
  'http://192.168.1.4:3000',
  'http://localhost.evil.example',
  'http://127.0.0.1.nip.io',
  'localhost',
  '',
])('%j is not taken for an address of this machine', (origin) => {
  expect(isLocalOrigin(origin)).toBe(false);
});
