import { createRequire } from 'node:module';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { shared } from '../../vitest.shared.ts';

// `server-only` throws outside a server bundle; its empty form is what such a bundle gets.
const serverOnly = path.join(path.dirname(createRequire(import.meta.url).resolve('server-only')), 'empty.js');

export default defineConfig({
  resolve: { alias: { '@': path.join(import.meta.dirname, 'src'), 'server-only': serverOnly } },
  test: {
    ...shared,
    globalSetup: ['@gudbro/supabase-local/native-setup'],
    include: ['src/**/*.test.{ts,tsx}'],
    reporters: ['default', ['json', { outputFile: '.reports/vitest.json' }]],
  },
});
