import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

/** What a bundler makes of one import of the built package, minified and gzipped. */
async function measureBundle(name: string, external: string[]): Promise<number> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { ${name} } from '@gudbro/auth'`,
      resolveDir: join(import.meta.dirname, '..'),
    },
    bundle: true,
    minify: true,
    format: 'esm',
    external,
    write: false,
  });
  return gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length;
}

it.each([
  ['createGuestVerifier', 5300],
  ['createGuestAuth', 6000],
])('an import of %s costs an app at most %i bytes beside jose, gzipped', async (name, limit) => {
  const bytes = await measureBundle(name, ['jose']);
  expect(bytes).toBeGreaterThan(1000);
  expect(bytes).toBeLessThanOrEqual(limit);
});

it('an import of createGuestVerifier costs an app at most 12,000 bytes, jose included and gzipped', async () => {
  expect(await measureBundle('createGuestVerifier', [])).toBeLessThanOrEqual(12_000);
});
