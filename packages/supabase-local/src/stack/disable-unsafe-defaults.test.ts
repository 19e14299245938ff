import { format } from 'node:util';
import { afterEach, expect, it, vi } from 'vitest';
import { createTestDatabase } from '../testing/create-test-database.ts';
import { fixtureSources } from '../testing/fixture-sources.ts';

afterEach(() => vi.restoreAllMocks());

it('logs a failed statement as one line without its parameters', async () => {
  const db = await createTestDatabase(fixtureSources);
  const written: string[] = [];
  vi.spyOn(console, 'error').mockImplementation((...message) => {
    written.push(format(...message));
  });
  try {
    await db.client().from('notes').insert({ body: 'a private answer' });
    await db.client().from('notes').insert({ body: 'a private answer' });
  } finally {
    await db.close();
  }
  expect(written).toEqual(Array(2).fill('database error 42501: permission denied for table notes'));
});
