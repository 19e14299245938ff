import { EnvError } from '@gudbro/api-kit';
import { expect, test } from 'vitest';
import { readEnv } from './env.ts';

const complete = {
  BACKOFFICE_URL: 'https://desk.example.com/',
  STAYS_URL: 'https://stays.example.com',
  SUPABASE_URL: 'http://127.0.0.1:54321',
  SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_x',
  SUPABASE_BACKOFFICE_KEY: 'a.b.c',
  CLIENT_SALT: 'long enough to be a salt for addresses',
  DOCUMENT_KEYS: `new:${'B'.repeat(43)},old:${'A'.repeat(43)}`,
};

test('readEnv returns the given settings and the defaults of a local start', () => {
  expect(readEnv(complete)).toEqual({
    ...complete,
    BACKOFFICE_URL: 'https://desk.example.com',
    BACKOFFICE_PORT: 3001,
    HOST: '127.0.0.1',
    TRUSTED_PROXY_HOPS: 0,
    ADDRESS_LIMIT_PER_MINUTE: 6000,
  });
});

test.each(Object.keys(complete))('readEnv names the missing variable %s', (variable) => {
  const without = { ...complete, [variable]: '' };
  expect(() => readEnv(without)).toThrow(`${variable} is missing`);
});

test.each([
  ['BACKOFFICE_PORT', '70000'],
  ['BACKOFFICE_URL', 'javascript:alert(1)'],
  ['STAYS_URL', 'stays.example.com'],
  ['SUPABASE_URL', 'not an address'],
  ['CLIENT_SALT', 'hunter2'],
  ['DOCUMENT_KEYS', 'id:hunter2'],
  ['TRUSTED_PROXY_HOPS', 'two'],
])('readEnv names the wrong variable %s and does not print its value', (variable, value) => {
  expect(() => readEnv({ ...complete, [variable]: value })).toThrow(EnvError);
  expect(() => readEnv({ ...complete, [variable]: value })).toThrow(`${variable} is wrong`);
  expect(() => readEnv({ ...complete, [variable]: value })).not.toThrow(value);
});
