import { signRoleKey } from '@gudbro/supabase-local/keys';
import { createNativeTestDatabase } from '@gudbro/supabase-local/native';
import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type JobsProcess, runJobsProcess } from '../testing/run-process.ts';

// The whole way: a picture that is deleted, the list in the database, a process of its own, and the embedded Storage.

let database: TestDatabase;
let url: string;
let settings: Record<string, string>;
let running: JobsProcess | undefined;

beforeAll(async () => {
  database = await createNativeTestDatabase({ seed: true });
  url = await database.listen();
  settings = {
    SUPABASE_URL: url,
    SUPABASE_PUBLISHABLE_KEY: database.keys.publishableKey,
    SUPABASE_JOBS_KEY: await signRoleKey({ jwtSecret: database.keys.jwtSecret, role: 'jobs_api' }),
    STAYS_URL: 'https://stays.example.com',
    BACKOFFICE_URL: 'https://desk.example.com',
    MAILS_SHOWN_AT: `${url}/_mail`,
  };
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.sql('delete from public.jobs where true');
  await database.sql('delete from public.storage_removals where true');
});
afterEach(async () => {
  running?.kill('SIGKILL');
  await running?.ended;
});

const start = async () => {
  running = await runJobsProcess(settings);
};

async function store(bucket: string, name: string): Promise<void> {
  const { error } = await database
    .client('service_role')
    .storage.from(bucket)
    .upload(name, Buffer.from('RIFF____WEBP'), { contentType: 'image/webp' });
  expect(error).toBeNull();
}

/** A picture of the demo's hotel with its three objects. */
async function makePicture(): Promise<{ id: string; names: string[] }> {
  const [row] = await database.sql<{ id: string; property_id: string }>(
    `insert into public.pictures (property_id, width, height, bytes, stored_at)
     select id, 1600, 1200, 90000, now() from public.accom_properties where slug = 'sunset-hotel' returning id, property_id`,
  );
  const names = [480, 960, 1600].map((width) => `pictures/${row?.property_id}/${row?.id}/${width}.webp`);
  for (const name of names) await store('property-pictures', name);
  return { id: row?.id ?? '', names };
}

const deletePicture = (id: string) => database.sql('delete from public.pictures where id = $1', [id]);
const readList = async () =>
  (await database.sql<{ name: string }>('select name from public.storage_removals order by name')).map(
    ({ name }) => name,
  );
const readJobs = () =>
  database.sql<Record<string, unknown>>(
    `select attempts, outcome, last_error, dead_at is not null as "isDead" from public.jobs where kind = 'storage_removal'`,
  );
/** Whether each of these can be loaded by anybody. */
const load = (names: string[]) =>
  Promise.all(
    names.map(async (name) => (await fetch(`${url}/storage/v1/object/public/property-pictures/${name}`)).ok),
  );
const countRows = async (names: string[]) =>
  (await database.sql('select from storage.objects where name = any ($1)', [names])).length;

const policy = '"the process for jobs removes objects on the list" on storage.objects';
const forbidRemoving = () => database.sql(`drop policy ${policy}`);
const allowRemoving = () =>
  database.sql(
    `create policy ${policy} for delete to jobs_api using (private.is_removal_queued(bucket_id, name))`,
  );

it('removes the files of a picture that is deleted, and no other file', async () => {
  const [gone, used] = [await makePicture(), await makePicture()];
  expect(await load([...gone.names, ...used.names])).toEqual([true, true, true, true, true, true]);
  await deletePicture(gone.id);
  expect(await readList()).toHaveLength(3);
  await start();
  await expect.poll(readList).toEqual([]);
  expect(await load([...gone.names, ...used.names])).toEqual([false, false, false, true, true, true]);
  expect([await countRows(gone.names), await countRows(used.names)]).toEqual([0, 3]);
  await expect.poll(readJobs).toMatchObject([{ outcome: 'done' }, { outcome: 'done' }, { outcome: 'done' }]);
  expect(running?.lines.join('\n')).not.toContain(gone.id);
});

it('settles what is gone already', async () => {
  await database.sql(
    `insert into public.storage_removals (bucket, name) values ('property-pictures', 'pictures/a/b/480.webp')`,
  );
  await start();
  await expect.poll(readList).toEqual([]);
  await expect.poll(readJobs).toMatchObject([{ outcome: 'done', attempts: 1 }]);
});

it('does not believe a Storage that responds with 200 and keeps the file, and tries again', async () => {
  const picture = await makePicture();
  await forbidRemoving();
  await deletePicture(picture.id);
  await start();
  const kept = { last_error: 'object_is_still_stored', outcome: null, isDead: false };
  await expect.poll(readJobs).toMatchObject([kept, kept, kept]);
  expect(await readList()).toHaveLength(3);
  expect(await load(picture.names)).toEqual([true, true, true]);
  await allowRemoving();
  await database.sql('update public.jobs set run_at = now() where done_at is null');
  await expect.poll(readList).toEqual([]);
  expect(await load(picture.names)).toEqual([false, false, false]);
});

it('sees in the database that a file of a private bucket was kept', async () => {
  const name = `kept/${crypto.randomUUID()}.webp`;
  await store('incident-photos', name);
  await forbidRemoving();
  await database.sql(`insert into public.storage_removals (bucket, name) values ('incident-photos', $1)`, [
    name,
  ]);
  await start();
  await expect.poll(readJobs).toMatchObject([{ last_error: 'object_is_still_stored', outcome: null }]);
  expect(await readList()).toEqual([name]);
  await allowRemoving();
  await database.sql('update public.jobs set run_at = now() where done_at is null');
  await expect.poll(readList).toEqual([]);
  expect(await countRows([name])).toBe(0);
});
