import { expect, test } from 'vitest';
import { originSchema } from './origin-schema.ts';

test.each([
  ['https://stays.example', 'https://stays.example'],
  ['https://stays.example/', 'https://stays.example'],
  ['http://127.0.0.1:3000//', 'http://127.0.0.1:3000'],
  ['https://example.com/supabase/', 'https://example.com/supabase'],
])('originSchema reads %s without a slash at its end', (given, expected) => {
  expect(originSchema.parse(given)).toBe(expected);
});

test.each(['', 'stays.example', 'ftp://stays.example', 'javascript:alert(1)'])(
  'originSchema refuses %j',
  (given) => {
    expect(originSchema.safeParse(given).success).toBe(false);
  },
);
