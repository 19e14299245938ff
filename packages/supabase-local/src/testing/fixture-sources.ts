import { fileURLToPath } from 'node:url';

/** The small schema for this package's own tests, so that they do not depend on the real one. */
export const fixtureSources = {
  migrationsDir: fileURLToPath(new URL('../../fixtures/migrations', import.meta.url)),
  seedFiles: [fileURLToPath(new URL('../../fixtures/seed.sql', import.meta.url))],
};
