import { expect, test } from 'vitest';
import { readLocalPath } from './read-local-path.ts';

test.each([
  ['/stay/room/RM-SUNSET22', '/stay/room/RM-SUNSET22'],
  ['/?code=RM', '/?code=RM'],
])('%s is a page of ours', (path, expected) => {
  expect(readLocalPath(path)).toBe(expected);
});

test.each([
  null,
  '',
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '\\\\evil.example',
  'javascript:alert(1)',
  'stay/room',
])('%j leads home', (path) => {
  expect(readLocalPath(path)).toBe('/');
});

test.each(['/.//evil.example', '/a/..//evil.example', '/%2e//evil.example'])(
  '%s stays on this site',
  (path) => {
    expect(new URL(readLocalPath(path), 'https://stays.example').host).toBe('stays.example');
  },
);
