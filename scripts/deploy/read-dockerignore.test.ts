import { expect, test } from 'vitest';
import { readDockerignore } from './read-dockerignore.ts';

test.each([
  ['docs', 'docs/a.md', false],
  ['docs', 'apps/docs/a.md', true],
  ['docs', 'docs2', true],
  ['**/e2e', 'apps/stays/e2e/a.ts', false],
  ['**/e2e', 'e2e', false],
  ['**/.env.*', 'apps/.env.local', false],
  ['**/*.test.ts', 'src/a.test.ts', false],
  ['**/*.test.ts', 'src/a.test.tsx', true],
  ['# docs', 'docs', true],
])('with the line %s, whether %s is part of the build is %s', (pattern, file, isIncluded) => {
  expect(readDockerignore(`${pattern}\n`)(file)).toBe(isIncluded);
});

test('refuses a pattern it does not know', () => {
  expect(() => readDockerignore('!docs/public.md')).toThrow('!docs/public.md');
});
