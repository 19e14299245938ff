import { defineConfig } from 'vitest/config';
import { shared } from '../vitest.shared.ts';

export default defineConfig({
  test: {
    ...shared,
    include: ['tests/**/*.test.ts'],
    globalSetup: ['@gudbro/supabase-local/native-setup'],
    reporters: ['default', ['json', { outputFile: '.reports/vitest.json' }]],
    // The stack logs each failed statement, and most tests cause some.
    silent: 'passed-only',
  },
});
