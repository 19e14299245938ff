import { createRequire } from 'node:module';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

// `server-only` throws outside a server bundle; its empty form is what such a bundle gets.
const serverOnly = path.join(path.dirname(createRequire(import.meta.url).resolve('server-only')), 'empty.js');

export default defineConfig({
  resolve: { alias: { '@': path.join(import.meta.dirname, 'src'), 'server-only': serverOnly } },
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    // Limits end what hangs. A slow or crowded machine must not meet them, so no test has a limit of its own.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    reporters: ['default', ['json', { outputFile: '.reports/vitest.json' }]],
  },
});
