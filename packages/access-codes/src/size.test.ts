import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

const packageDir = fileURLToPath(new URL('..', import.meta.url));

/** What a bundler makes of one import of the built package. */
async function bundle(importLine: string, external: string[]): Promise<Uint8Array> {
  const { outputFiles } = await build({
    stdin: { contents: importLine, resolveDir: packageDir },
    bundle: true,
    minify: true,
    format: 'esm',
    external,
    write: false,
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}

it.each([
  ['generateCode', '@gudbro/access-codes', 500, []],
  ['isCode', '@gudbro/access-codes', 200, []],
  ['parseCode', '@gudbro/access-codes', 1100, []],
  ['codeInputSchema', '@gudbro/access-codes/zod', 1250, ['zod']],
])(
  'an import of %s from %s costs an app at most %i bytes, gzipped, beside %j',
  async (name, entry, limit, beside) => {
    const bytes = await bundle(`export { ${name} } from '${entry}'`, beside);

    expect(bytes.length).toBeGreaterThan(0);
    expect(gzipSync(bytes, { level: 9 }).length).toBeLessThanOrEqual(limit);
  },
);
