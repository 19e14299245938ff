import { format } from 'node:util';
import { afterEach, expect, it, vi } from 'vitest';
import { createNativeTestDatabase } from '../testing/create-native-test-database.ts';
import { createTestDatabase } from '../testing/create-test-database.ts';
import { fixtureSources } from '../testing/fixture-sources.ts';

afterEach(() => vi.restoreAllMocks());

it.each([
  ['PGlite', createTestDatabase],
  ['native Postgres', createNativeTestDatabase],
])(
  'on %s a failed statement is logged as one line without its parameters, that of auth too',
  async (_, create) => {
    const db = await create(fixtureSources);
    const written: string[] = [];
    vi.spyOn(console, 'error').mockImplementation((...message) => {
      written.push(format(...message));
    });
    try {
      await db.client().from('notes').insert({ body: 'a private answer' });
      // lite's auth logs what the driver throws.
      await db.sql('alter table auth.users rename to people');
      const credentials = { email: 'ann@example.com', password: 'a private password' };
      expect((await db.client().auth.signInWithPassword(credentials)).error).not.toBeNull();
      const failed = await db
        .sql('select $1::integer', ['a private number'])
        .catch((error: unknown) => error);
      console.error(failed);
    } finally {
      await db.close();
    }
    expect(written.join('\n')).not.toMatch(/ann@example|private (answer|password)/);
    expect(written[0]).toBe('database error 42501: permission denied for table notes');
    expect(written.at(-2)).toContain('database error 42P01: relation "auth.users" does not exist');
    expect(written.at(-1)?.split('\n')).toHaveLength(1);
  },
);
