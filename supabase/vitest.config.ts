import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['@gudbro/supabase-local/native-setup'],
    reporters: ['default', ['json', { outputFile: '.reports/vitest.json' }]],
    // The stack logs each failed statement, and most tests cause some.
    silent: 'passed-only',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
