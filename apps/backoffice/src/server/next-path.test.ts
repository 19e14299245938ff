import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatSignInPath, readNextPath } from './next-path.ts';

const site = 'https://desk.example.com';

test.each(['/', '/rooms/2ca14975-73c4-4aae-b7fc-9ad89be0a55f', '/?q=SUN-203', '/?q=%25%26'])(
  'readNextPath returns the path %s of this app unchanged',
  (path) => {
    expect(readNextPath(path)).toBe(path);
  },
);

test.each([
  ['another site', 'https://evil.example/'],
  ['another site without a scheme', '//evil.example'],
  ['another site behind a backslash', '/\\evil.example'],
  ['another site behind a tab, which browsers drop', '/\t/evil.example'],
  ['another site that a dot segment uncovers', '/.//evil.example'],
  ['another site that two dots uncover', '/rooms/..//evil.example'],
  ['another site behind a dot and a backslash', '/./\\evil.example'],
  ['a script', 'javascript:alert(1)'],
  ['a name in front of the host', '@evil.example'],
  ['the sign-in itself', '/sign-in?next=%2Fsign-in'],
  ['a path without its slash', 'rooms'],
  ['an empty text', ''],
  ['a missing parameter', undefined],
  ['a list', ['/', '/']],
  ['a path that is too long', `/${'a'.repeat(600)}`],
])('readNextPath returns / instead of %s', (_what, value) => {
  expect(readNextPath(value)).toBe('/');
});

const piece = fc.constantFrom(
  '/',
  '\\',
  '.',
  '..',
  ':',
  '@',
  '?',
  '#',
  '%2f',
  '%5c',
  '\t',
  '\n',
  'evil.example',
);

test('readNextPath returns a path of this site for any text', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.oneof(piece, fc.string({ maxLength: 3 }))).map((pieces) => `/${pieces.join('')}`),
    fc.webUrl(),
  );
  fc.assert(
    fc.property(anything, (value) => {
      const path = readNextPath(value);
      expect(path.startsWith('/')).toBe(true);
      expect(new URL(path, site).origin).toBe(site);
      expect(readNextPath(path)).toBe(path);
    }),
    { numRuns: 20_000 },
  );
});

test('formatSignInPath puts the path into the address of the sign-in so that it can be read back unchanged', () => {
  const next = '/?q=50%25+%26+more';
  const address = new URL(formatSignInPath(next), site);
  expect(address.pathname).toBe('/sign-in');
  expect(address.searchParams.get('next')).toBe(next);
  expect(formatSignInPath('/')).toBe('/sign-in');
});
