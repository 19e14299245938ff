import type { NativeTestDatabase } from '@gudbro/supabase-local/native';
import { beforeAll, expect, it } from 'vitest';
import type { ClaimedJob } from './support/claim-job.ts';
import { documentBucket, makeDocument, makeDocumentPlace, makeStay } from './support/document-calls.ts';
import { callForJob, claimJobs, makeJobsDue } from './support/job-calls.ts';
import type { Property } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { type Member, queryAs, signUpMember } from './support/people.ts';

/** How often a purge is cut off. `pnpm proof:purge` cuts a thousand times. */
const rounds = Number(process.env['PURGE_ROUNDS'] ?? 24);

/** Where a purge is cut off, in the order of its steps. */
const cuts = [
  'before the sweep',
  'in its transaction',
  'after its commit',
  'after the claim of the removal',
  'after the removal, before it is settled',
  'after it is settled, before the job is finished',
] as const;

type Cut = (typeof cuts)[number];
type Made = { id: string; path: string };

onNativePostgres('a purge of documents that is cut off', {}, (database) => {
  let property: Property;
  let owner: Member;
  let connection: ReturnType<NativeTestDatabase['connect']> | undefined;
  /** They are not due, and have to be there at the end. */
  const kept: Made[] = [];
  const due: Made[] = [];

  beforeAll(async () => {
    property = await makeDocumentPlace(database(), { document_retention_days: 3 });
    owner = await signUpMember(database(), property.id, 'owner');
  });

  const make = async () => makeDocument(database(), (await makeStay(database(), property)).subject);

  /** Turns the clock of a document: its guest left long ago, or the desk checked it a quarter of an hour ago. */
  const makeDue = (id: string, round: number) =>
    round % 2 === 0
      ? database().sql(
          `update public.accom_bookings b set check_in_date = current_date - 30, check_out_date = current_date - 20
           from public.accom_guest_documents d where d.id = $1 and b.id = d.booking_id`,
          [id],
        )
      : database().sql(
          `update public.accom_guest_documents set status = 'verified', reviewed_at = now() - interval '15 minutes' where id = $1`,
          [id],
        );

  /** Whether the owner gets a page of the picture, by a grant and from Storage. */
  async function isReadable({ id, path }: Made): Promise<boolean> {
    const call = (name: string, argument: string) =>
      queryAs<{ opened: { grants: string[] } }>(
        database(),
        owner,
        `select public.${name}($1, $2) as opened`,
        [property.id, argument],
      ).catch(() => []);
    const [row] = await call('open_document', id);
    const [grant] = row?.opened.grants ?? [];
    const isGranted = grant !== undefined && (await call('use_document_grant', grant)).length === 1;
    const { data } = await owner.client.storage.from(documentBucket).download(path);
    expect({ path, isGranted }).toEqual({ path, isGranted: data !== null });
    return isGranted;
  }

  const isStored = async ({ path }: Made) =>
    (await database().sql('select from storage.objects where name = $1', [path])).length === 1;
  const sweep = () => database().sql('select public.sweep()');
  async function remove({ id }: ClaimedJob): Promise<void> {
    const [job] = await database().sql<{ name: string }>(
      "select payload ->> 'name' as name from public.jobs where id = $1",
      [id],
    );
    await database()
      .client('jobs_api')
      .storage.from(documentBucket)
      .remove([job?.name ?? '']);
  }
  const settle = (job: ClaimedJob) => callForJob<boolean>(database(), 'settle_storage_removal', job);

  /** Cut off before the commit: Postgres takes back what was done, however the connection ended. */
  async function sweepHalf(): Promise<void> {
    const cutOff = new Error('cut off');
    connection ??= database().connect();
    const swept = connection.begin(async (sql) => {
      await sql`select private.purge_documents()`;
      throw cutOff;
    });
    await expect(swept).rejects.toBe(cutOff);
  }

  async function purgeUntil(cut: Cut): Promise<void> {
    const reached = cuts.indexOf(cut);
    if (reached === 0) return;
    if (reached === 1) return sweepHalf();
    await sweep();
    if (reached === 2) return;
    const jobs = await claimJobs(database(), 'storage_removal');
    for (const job of reached >= 4 ? jobs : []) await remove(job);
    for (const job of reached >= 5 ? jobs : []) await settle(job);
    // Nobody finishes them: whoever claimed them is gone, and their time runs out.
    await database().sql(
      `update public.jobs set claimed_until = now() - interval '1 second' where claim is not null`,
    );
  }

  async function finishAll(): Promise<void> {
    await sweep();
    for (let turn = 0; turn < 3; turn += 1) {
      await database().sql(
        `update public.storage_removals set again_after = now() - interval '1 second' where again_after is not null`,
      );
      await makeJobsDue(database(), 'storage_removal');
      for (let jobs = await claimJobs(database(), 'storage_removal'); jobs.length > 0; ) {
        for (const job of jobs) {
          await remove(job);
          await settle(job);
          await callForJobToEnd(job);
        }
        jobs = await claimJobs(database(), 'storage_removal');
      }
    }
  }

  const callForJobToEnd = (job: ClaimedJob) =>
    database().sql(
      `update public.jobs set done_at = now(), outcome = 'done', claim = null, claimed_until = null where id = $1`,
      [job.id],
    );

  it(`${rounds} times at each of its steps in turn shows no picture past its time and loses none before it`, async () => {
    for (let round = 0; round < rounds; round += 1) {
      if (round % 6 === 0) kept.push(await make());
      const now = await make();
      expect(await isReadable(now)).toBe(true);
      await makeDue(now.id, round);
      due.push(now);
      expect(await isReadable(now)).toBe(false);
      await purgeUntil(cuts[round % cuts.length] ?? 'before the sweep');
      expect(await isReadable(now)).toBe(false);
      const one = kept[round % kept.length];
      expect(one !== undefined && (await isReadable(one))).toBe(true);
    }
    await finishAll();
    for (const one of due) {
      expect([await isReadable(one), await isStored(one)]).toEqual([false, false]);
    }
    for (const one of kept) {
      expect([await isReadable(one), await isStored(one)]).toEqual([true, true]);
    }
    const unverified = await database().sql(
      'select from public.document_erasures where storage_path is not null and verified_gone_at is null',
    );
    const left = await database().sql('select from public.storage_removals');
    expect([unverified.length, left.length]).toEqual([0, 0]);
  });

  it('is noticed where Storage says that an object is removed and keeps it', async () => {
    const one = await make();
    await makeDue(one.id, 0);
    await sweep();
    const [job] = await claimJobs(database(), 'storage_removal');
    // Storage responds with 200 and removes nothing.
    expect(job !== undefined && (await settle(job))).toBe(false);
    await database().sql(
      `update public.document_erasures set erased_at = now() - interval '25 hours' where storage_path = $1`,
      [one.path],
    );
    await sweep();
    const told = await database().sql(
      `select distinct n.kind from public.notifications n join public.document_erasures e on e.id = n.thing_id
       where e.storage_path = $1`,
      [one.path],
    );
    expect(told).toEqual([{ kind: 'document_not_gone' }]);
  });
});
