import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';

/** Each entry is one minified file that imports nothing of ours, so its size is the size of the file. */
it.each([
  ['index', 1024],
  ['parse', 1100],
])('the %s entry is at most %i bytes, gzipped', (entry, limit) => {
  const file = readFileSync(new URL(`../dist/${entry}.js`, import.meta.url));

  expect(gzipSync(file, { level: 9 }).length).toBeLessThanOrEqual(limit);
  expect(file.toString()).not.toMatch(/\bimport\b|\brequire\b/);
});
