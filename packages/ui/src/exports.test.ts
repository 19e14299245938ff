import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';

const { resolve } = createRequire(import.meta.url);
const files = readdirSync(import.meta.dirname);
const components = files.filter((file) => file.endsWith('.tsx') && !file.includes('.test.'));
const tests = files.filter((file) => file.includes('.test.tsx'));
const nameOf = (file: string) => `@gudbro/ui/${file.replace('.tsx', '')}`;

it.each(components)('the package exports %s by its own name', (file) => {
  expect(resolve(nameOf(file))).toMatch(new RegExp(`/src/${file}$`));
});

it.each(tests)('the package does not export the test %s', (file) => {
  expect(() => resolve(nameOf(file))).toThrow(
    expect.objectContaining({ code: 'ERR_PACKAGE_PATH_NOT_EXPORTED' }),
  );
});

it('the README names every component of the package', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  expect(components.filter((file) => !readme.includes(`\`${file.replace('.tsx', '')}\``))).toEqual([]);
});
