import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['@gudbro/supabase-local/native-setup'],
    reporters: ['default', ['json', { outputFile: '.reports/vitest.json' }]],
    // The stack logs each refused statement, and refusals are most of what is tested.
    silent: 'passed-only',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
