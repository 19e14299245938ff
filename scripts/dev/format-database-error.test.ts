import path from 'node:path';
import { SupabaseLocalError } from '@gudbro/supabase-local';
import { expect, test } from 'vitest';
import { makeTempFolder } from '../testing/make-temp-folder.ts';
import { formatDatabaseError } from './format-database-error.ts';

const folder = () =>
  path.join(
    makeTempFolder({
      'supabase/schemas/a/rooms.sql': '\ncreate table rooms (\n  id int\n);\n',
      'supabase/schemas/b/empty.sql': '\n',
      'supabase/migrations/1_baseline.sql': '-- Made.\ncreate table rooms (\n  id int\n);\nselect 1;\n',
    }),
    'supabase',
  );

const cause = new Error('type "integr" does not exist');

test.each([
  [3, 'supabase/schemas/a/rooms.sql:3'],
  [4, 'supabase/schemas/a/rooms.sql:4'],
  [1, 'supabase/migrations/1_baseline.sql:1'],
  [5, 'supabase/migrations/1_baseline.sql:5'],
])('an error in line %i of the baseline is reported at %s', async (line, expected) => {
  const supabaseDir = folder();
  const position = { file: path.join(supabaseDir, 'migrations/1_baseline.sql'), line };
  const error = new SupabaseLocalError('migration_failed', 'It failed.', { cause, position });
  expect(await formatDatabaseError(error, supabaseDir, [])).toBe(`${expected}: ${cause.message}`);
});

test('names the changed files if Postgres does not name a line', async () => {
  const error = new SupabaseLocalError('migration_failed', 'It failed: division by zero.', { cause });
  expect(await formatDatabaseError(error, folder(), ['supabase/schemas/a/rooms.sql'])).toBe(
    'It failed: division by zero. Changed: supabase/schemas/a/rooms.sql.',
  );
});
