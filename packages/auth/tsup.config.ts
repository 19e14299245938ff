import { defineConfig } from 'tsup';

export default defineConfig([
  {
    entry: { index: 'src/index.ts' },
    format: ['esm', 'cjs'],
    target: 'es2023',
    platform: 'neutral',
    dts: true,
    treeshake: true,
    // The other build writes its file at the same time.
    clean: ['!cli.js'],
  },
  // Only bin/gudbro-auth.mjs imports it. What needs Node stays out of the entries for any runtime.
  { entry: { cli: 'src/cli/run-cli.ts' }, format: ['esm'], target: 'node20', platform: 'node' },
]);
