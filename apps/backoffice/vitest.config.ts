import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    alias: {
      '@': path.join(import.meta.dirname, 'src'),
      // Its other half throws outside of Next's server build, where these tests are.
      'server-only': path.join(import.meta.dirname, 'node_modules/server-only/empty.js'),
    },
  },
  test: {
    // Limits end what hangs. A slow or crowded machine must not meet them, so no test has a limit of its own.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    include: ['src/**/*.test.{ts,tsx}'],
    reporters: ['default', ['json', { outputFile: '.reports/vitest.json' }]],
  },
});
