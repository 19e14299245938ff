import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readOrCreateKeys } from '@gudbro/supabase-local/keys';
import { createClient } from '@supabase/supabase-js';
import { expect, onTestFinished, test } from 'vitest';
import { demoSignInFile } from '../start/demo-people.ts';
import { findFreePorts } from '../test/find-free-ports.ts';
import { makeTempFolder } from '../testing/make-temp-folder.ts';
import { startDevDatabase } from './start-dev-database.ts';

const schema = `create table public.notes (
  body text
);
alter table public.notes enable row level security;
create policy "everybody reads" on public.notes to anon using (true);
grant select on public.notes to anon;
`;

/** Makes a supabase folder whose baseline is its schemas, one after the other. */
function makeSupabaseFolder(): string {
  const root = makeTempFolder({
    'supabase/schemas/notes.sql': schema,
    'supabase/schemas/tags.sql': 'create table public.tags (id int);\n',
    'supabase/migrations/20260101000000_baseline.sql': '',
    'supabase/seed.sql': `insert into public.notes values ('first');`,
    'supabase/seeds/tags.sql': 'insert into public.tags values (1);',
    'supabase/demo-dates.sql': 'select 1;',
    'supabase/demo-people.sql': 'select 1;',
    'supabase/scripts/write-baseline.ts': `
      import { globSync, readFileSync, writeFileSync } from 'node:fs';
      process.chdir(import.meta.dirname + '/..');
      const schemas = globSync('schemas/*.sql').sort().map((file) => readFileSync(file, 'utf8'));
      writeFileSync('migrations/20260101000000_baseline.sql', '-- Made from the schemas.\\n' + schemas.join('\\n'));`,
  });
  return path.join(root, 'supabase');
}

test('makes the database again when its SQL changes, on the same port and with the same passwords, also after a mistake', async () => {
  const supabaseDir = makeSupabaseFolder();
  const dataDir = makeTempFolder({});
  const [port = 0] = await findFreePorts(1);
  const keys = await readOrCreateKeys(path.join(dataDir, 'keys.json'), { production: false });
  const lines: string[] = [];
  const start = () =>
    startDevDatabase({
      supabaseDir,
      dataDir,
      port,
      keys,
      siteUrl: 'http://127.0.0.1',
      onLine: (line) => lines.push(line),
    });
  const write = (name: string, sql: string) => writeFileSync(path.join(supabaseDir, name), sql);
  const expectLines = (expected: unknown[]) => expect.poll(() => lines).toEqual(expected);
  const client = createClient(`http://127.0.0.1:${port}`, keys.publishableKey, {
    auth: { persistSession: false },
  });
  const readNotes = async () => (await client.from('notes').select()).data;

  let database = await start();
  onTestFinished(() => database.close());
  const started = expect.stringMatching(/^Database started in .* s\.$/);
  expect(lines).toEqual([started]);
  expect(await readNotes()).toEqual([{ body: 'first' }]);

  write('schemas/tags.sql', 'create table public.tags (\n  id integr\n);\n');
  const mistake = 'supabase/schemas/tags.sql:2: type "integr" does not exist';
  const waiting = 'There is no database until this is fixed. Save the file to try again.';
  await expectLines([started, mistake, waiting]);
  expect(await readNotes()).toBeNull();

  // Two files saved at once: one new database, made from both.
  write('schemas/tags.sql', 'create table public.tags (\n  id integer\n);\n');
  write('seed.sql', `insert into public.notes values ('second');`);
  const files = 'supabase/schemas/tags.sql, supabase/seed.sql';
  const madeAgain = expect.stringMatching(`^Database made again in .* s: ${files} changed\\.$`);
  await expectLines([started, mistake, waiting, madeAgain]);
  expect(await readNotes()).toEqual([{ body: 'second' }]);
  const passwords = JSON.parse(readFileSync(path.join(dataDir, demoSignInFile), 'utf8'));
  const owner = { email: 'owner@example.com', password: passwords['owner@example.com'] };
  const { data } = await client.auth.signInWithPassword(owner);
  expect(data.user?.email).toBe(owner.email);

  // After a restart without a changed file the data is the same.
  await database.close();
  database = await start();
  await expectLines([started, mistake, waiting, madeAgain, started]);
  expect((await client.auth.signInWithPassword(owner)).data.user?.id).toBe(data.user?.id);
});
