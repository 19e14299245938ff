import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { expect, it } from 'vitest';
import { type ClaimedJob, failJob, finishJob } from './support/claim-job.ts';
import { callForJob, claimJobs, makeJobsDue } from './support/job-calls.ts';
import { insertRow, makeProperty } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import {
  anon,
  backofficeServer,
  jobsProcess,
  type Person,
  queryAs,
  signUpMember,
  staysServer,
} from './support/people.ts';

const bucket = 'property-pictures';
const kind = 'storage_removal';

/** Stores an object of no picture, and returns its name. */
async function store(database: TestDatabase, name = `pictures/${crypto.randomUUID()}.webp`): Promise<string> {
  const { error } = await database
    .client('service_role')
    .storage.from(bucket)
    .upload(name, Buffer.from('RIFF____WEBP'), { contentType: 'image/webp' });
  expect(error).toBeNull();
  return name;
}

/** Stores an object in the bucket of the guests' documents, and returns its name. */
async function storeDocument(database: TestDatabase): Promise<string> {
  const name = crypto.randomUUID();
  const { error } = await database
    .client('service_role')
    .storage.from('guest-documents')
    .upload(name, Buffer.from('sealed'), { contentType: 'application/octet-stream' });
  expect(error).toBeNull();
  return name;
}

onNativePostgres('objects that have to go', {}, (database) => {
  const queue = (name: string, from = bucket) =>
    database().sql(
      'insert into public.storage_removals (bucket, name) values ($1, $2) on conflict do nothing',
      [from, name],
    );
  const isQueued = async (name: string) =>
    (await database().sql('select from public.storage_removals where name = $1', [name])).length === 1;
  const isStored = async (name: string) =>
    (await database().sql('select from storage.objects where name = $1', [name])).length === 1;
  /** Queues an object and claims the job that removes it. */
  const claim = async (name: string): Promise<ClaimedJob> => {
    await database().sql(`delete from public.jobs where kind = '${kind}'`);
    await queue(name);
    const [job] = await claimJobs(database(), kind);
    if (job === undefined) throw new Error('what is on the list has a job');
    return job;
  };
  const settle = (job: ClaimedJob) => callForJob<boolean>(database(), 'settle_storage_removal', job);
  const remove = (caller: string, name: string) =>
    database().client(caller).storage.from(bucket).remove([name]);

  it('have one job each, of no place and with no word but their name', async () => {
    const name = await store(database());
    await queue(name);
    await queue(name);
    const jobs = await database().sql('select property_id, payload from public.jobs where job_key = $1', [
      `${bucket}/${name}`,
    ]);
    expect(jobs).toEqual([{ property_id: null, payload: { bucket, name } }]);
  });

  it('are removed by jobs_api as long as they are on the list, and no other object is', async () => {
    const [listed, other] = [await store(database()), await store(database())];
    await queue(listed);
    const storage = database().client('jobs_api').storage.from(bucket);
    await storage.remove([listed, other]);
    expect([await isStored(listed), await isStored(other)]).toEqual([false, true]);
    expect((await storage.update(other, Buffer.from('RIFF____WEBP'))).error).not.toBeNull();
    expect((await storage.upload('pictures/new.webp', Buffer.from('RIFF____WEBP'))).error).not.toBeNull();
  });

  it('are neither listed, downloaded, signed, copied nor moved by jobs_api, which removes them', async () => {
    const name = await storeDocument(database());
    await queue(name, 'guest-documents');
    const storage = database().client('jobs_api').storage.from('guest-documents');
    expect(await storage.list('')).toMatchObject({ data: [], error: null });
    for (const outcome of [
      await storage.download(name),
      await storage.info(name),
      await storage.createSignedUrl(name, 60),
      await storage.copy(name, 'copy'),
      await storage.move(name, 'moved'),
    ]) {
      expect(outcome.error).not.toBeNull();
    }
    expect(await isStored(name)).toBe(true);
    await storage.remove([name]);
    expect(await isStored(name)).toBe(false);
  });

  it.each(['anon', 'guest_api', 'backoffice_api'])('are not removed by %s', async (caller) => {
    const name = await store(database());
    await queue(name);
    await remove(caller, name);
    expect(await isStored(name)).toBe(true);
  });

  it('are not removed by a member, not even the owner', async () => {
    const name = await store(database());
    await queue(name);
    const email = `${crypto.randomUUID()}@example.com`;
    const { client } = await database().signUp(email);
    await database().sql(
      `insert into public.property_members (property_id, account_id, role)
       select $1, a.id, 'owner' from public.accounts a where a.email = $2`,
      [(await makeProperty(database())).id, email],
    );
    await client.storage.from(bucket).remove([name]);
    expect(await isStored(name)).toBe(true);
  });

  it('stay on the list until Storage has them no more', async () => {
    const name = await store(database());
    const job = await claim(name);
    expect(await settle(job)).toBe(false);
    expect(await isQueued(name)).toBe(true);
    await remove('jobs_api', name);
    expect(await settle(job)).toBe(true);
    expect(await isQueued(name)).toBe(false);
    // A second try of a job whose end nobody heard of.
    expect(await settle(job)).toBe(true);
    await finishJob(database(), job, 'done');
  });

  /** What still has to be done of an object: what is claimed is taken for done. */
  const jobsOf = (name: string) =>
    database().sql<{ job_key: string; waits: boolean }>(
      `select job_key, run_at > now() as waits from public.jobs
       where kind = '${kind}' and payload ->> 'name' = $1 and claim is null and done_at is null`,
      [name],
    );

  it('that may come back are removed once more, and are on the list until then', async () => {
    const name = await store(database());
    const first = await claim(name);
    await database().sql(
      `update public.storage_removals set again_after = now() + interval '1 day' where name = $1`,
      [name],
    );
    await remove('jobs_api', name);
    expect(await settle(first)).toBe(true);
    // A second try of the first job enqueues no third one.
    expect(await settle(first)).toBe(true);
    await finishJob(database(), first, 'done');
    expect(await isQueued(name)).toBe(true);
    expect(await jobsOf(name)).toEqual([{ job_key: `${bucket}/${name}/again`, waits: true }]);
    expect(await claimJobs(database(), kind)).toEqual([]);
    // An upload that was under way ends now.
    await store(database(), name);
    await database().sql(
      `update public.storage_removals set again_after = now() - interval '1 second' where name = $1`,
      [name],
    );
    await makeJobsDue(database(), kind);
    const [second] = await claimJobs(database(), kind);
    if (second === undefined) throw new Error('the second removal is due');
    expect(await settle(second)).toBe(false);
    expect(await isQueued(name)).toBe(true);
    await remove('jobs_api', name);
    expect(await isStored(name)).toBe(false);
    expect(await settle(second)).toBe(true);
    expect([await isQueued(name), await jobsOf(name)]).toEqual([false, []]);
  });

  it('of a document are noted as gone only when Storage has them no more', async () => {
    const name = await storeDocument(database());
    const { id: property_id } = await makeProperty(database());
    const { id } = await insertRow<{ id: string }>(database(), 'document_erasures', {
      ...{ property_id, document_id: crypto.randomUUID(), booking_id: crypto.randomUUID() },
      ...{ part: 'image', rule: 'verified', actor: 'job', storage_path: name },
    });
    const isGone = async () => {
      const [row] = await database().sql<{ gone: boolean }>(
        'select verified_gone_at is not null as gone from public.document_erasures where id = $1',
        [id],
      );
      return row?.gone;
    };
    // Another bucket may have an object of this name.
    const other = await claim(name);
    await settle(other);
    expect(await isGone()).toBe(false);
    await queue(name, 'guest-documents');
    const [job] = await claimJobs(database(), kind);
    if (job === undefined) throw new Error('what is on the list has a job');
    expect(await settle(job)).toBe(false);
    expect(await isGone()).toBe(false);
    await database().client('jobs_api').storage.from('guest-documents').remove([name]);
    expect(await settle(job)).toBe(true);
    expect(await isGone()).toBe(true);
  });

  it('are settled by whoever holds their job, and nobody else', async () => {
    const name = await store(database());
    const job = await claim(name);
    await remove('jobs_api', name);
    await expect(settle({ ...job, claim: crypto.randomUUID() })).rejects.toMatchObject({
      message: 'not_found',
    });
    const { id: place } = await makeProperty(database());
    const owner = await signUpMember(database(), place, 'owner');
    const people: Person[] = [anon, staysServer, backofficeServer, owner];
    for (const person of people) {
      await expect(
        queryAs(database(), person, 'select public.settle_storage_removal($1, $2)', [job.id, job.claim]),
      ).rejects.toMatchObject({ code: '42501' });
    }
    expect(await isQueued(name)).toBe(true);
  });

  it('are not settled by a job of another kind', async () => {
    await database().sql(`select private.enqueue_job('test_mail', gen_random_uuid()::text)`);
    const [job] = await claimJobs(database(), 'test_mail');
    if (job === undefined) throw new Error('the job is due');
    await expect(settle(job)).rejects.toMatchObject({ message: 'not_found' });
  });

  it('are begun anew by the sweep a day after their job was given up', async () => {
    const name = await store(database());
    const job = await claim(name);
    await failJob(database(), job);
    const sweep = async () => {
      await database().sql('select public.sweep()');
      await makeJobsDue(database(), kind);
      return claimJobs(database(), kind);
    };
    const age = (days: string) =>
      database().sql('update public.jobs set dead_at = now() - $2::interval where id = $1', [job.id, days]);
    await age('23 hours');
    expect(await sweep()).toEqual([]);
    await age('24 hours');
    expect(await sweep()).toMatchObject([{ id: job.id, attempt: 1 }]);
  });

  it('jobs_api does not read the list', async () => {
    await expect(
      queryAs(database(), jobsProcess, 'select * from public.storage_removals'),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(
      queryAs(database(), jobsProcess, `select private.is_removal_queued('a', 'b')`),
    ).rejects.toMatchObject({ code: '42501' });
  });
});
