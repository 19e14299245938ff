import { EnvError } from '@gudbro/api-kit';
import { expect, test } from 'vitest';
import { readEnv } from './env.ts';

const complete = {
  BACKOFFICE_URL: 'https://desk.example.com/',
  STAYS_URL: 'https://stays.example.com',
  SUPABASE_URL: 'http://127.0.0.1:54321',
  SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_x',
};

test('readEnv returns the given settings and the defaults of a local start', () => {
  expect(readEnv(complete)).toEqual({
    ...complete,
    BACKOFFICE_URL: 'https://desk.example.com',
    BACKOFFICE_PORT: 3001,
    HOST: '127.0.0.1',
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
])('readEnv names the wrong variable %s and does not print its value', (variable, value) => {
  expect(() => readEnv({ ...complete, [variable]: value })).toThrow(EnvError);
  expect(() => readEnv({ ...complete, [variable]: value })).toThrow(`${variable} is wrong`);
  expect(() => readEnv({ ...complete, [variable]: value })).not.toThrow(value);
});
