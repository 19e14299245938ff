import { expect, test } from 'vitest';
import { readLocalPath } from './read-local-path.ts';

test.each([
  ['/stay/room/RM-SUNSET22', '/stay/room/RM-SUNSET22'],
  ['/?code=RM', '/?code=RM'],
])('the local path %s is returned unchanged', (path, expected) => {
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
])('%j is no local path, so it becomes the home page', (path) => {
  expect(readLocalPath(path)).toBe('/');
});

test.each(['/.//evil.example', '/a/..//evil.example', '/%2e//evil.example'])(
  '%s with its dots resolved stays on this site',
  (path) => {
    expect(new URL(readLocalPath(path), 'https://stays.example').host).toBe('stays.example');
  },
);
