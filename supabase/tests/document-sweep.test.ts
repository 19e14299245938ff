import { beforeAll, expect, it } from 'vitest';
import { finishJob } from './support/claim-job.ts';
import {
  begin,
  documentBucket,
  insertDocument,
  makeDocument,
  makeDocumentPlace,
  makeStay,
  offeredKey,
  openDocument,
  readDocument,
  sealed,
  storeSealed,
} from './support/document-calls.ts';
import { callForJob, claimJobs } from './support/job-calls.ts';
import type { Booking, Property } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { queryAs, serviceRole, signUpMember } from './support/people.ts';

onNativePostgres('the sweep of documents', {}, (database) => {
  let property: Property;
  const sweep = async () => {
    const [row] = await queryAs<{ done: { documentsPurged: number } }>(
      database(),
      serviceRole,
      'select public.sweep() as done',
    );
    return row?.done.documentsPurged;
  };
  const erasuresOf = (id: string) =>
    database().sql(
      `select part, rule, reason, actor, storage_path, verified_gone_at from public.document_erasures
       where document_id = $1 order by part`,
      [id],
    );
  const erased = (part: string, rule: string, storage_path: string | null) => ({
    ...{ part, rule, storage_path, reason: null, actor: 'job', verified_gone_at: null },
  });
  const removalsOf = (path: unknown) =>
    database().sql(
      `select again_after between now() + interval '23 hours' and now() + interval '24 hours' as again
       from public.storage_removals where bucket = $1 and name = $2`,
      [documentBucket, path],
    );
  const verify = (id: string, age: string) =>
    database().sql(
      `update public.accom_guest_documents set status = 'verified', reviewed_at = now() - $2::interval where id = $1`,
      [id, age],
    );
  /** Ends the stay so many days ago. */
  const leave = ({ id }: Booking, days: number) =>
    database().sql(
      `update public.accom_bookings set status = 'checked_out', check_in_date = current_date - $2::integer - 2,
         check_out_date = current_date - $2::integer where id = $1`,
      [id, days],
    );

  beforeAll(async () => {
    property = await makeDocumentPlace(database());
  });

  it('erases the picture of a checked document after ten minutes, with its key and its path', async () => {
    const { subject } = await makeStay(database(), property);
    const { id, path } = await makeDocument(database(), subject);
    await verify(id, '9 minutes 50 seconds');
    expect(await sweep()).toBe(0);
    await verify(id, '10 minutes');
    expect(await sweep()).toBe(1);
    expect(await readDocument(database(), id)).toMatchObject({
      storage_path: null,
      image_key: null,
      pages: null,
      file_size: null,
      image_until: null,
      purged_at: expect.anything(),
      status: 'verified',
      sealed_fields: sealed.fields,
      fields_key: sealed.fieldsKey,
    });
    expect(await erasuresOf(id)).toEqual([erased('image', 'verified', path)]);
    expect(await removalsOf(path)).toEqual([{ again: true }]);
  });

  it('erases the whole document when its fields are due, with its grants, and nobody is told to look at it', async () => {
    const staff = await signUpMember(database(), property.id, 'staff');
    const { subject, booking } = await makeStay(database(), property);
    const { id, path } = await makeDocument(database(), subject);
    await openDocument(database(), staff, property, id);
    await leave(booking, 14);
    expect(await sweep()).toBe(0);
    await leave(booking, 17);
    expect(await sweep()).toBe(1);
    expect(await readDocument(database(), id)).toBeUndefined();
    expect(await erasuresOf(id)).toEqual([
      erased('fields', 'days_after_departure', null),
      erased('image', 'days_after_departure', path),
    ]);
    const left = await database().sql(
      `select from public.document_grants where document_id = $1
       union all select from public.notifications where thing_id = $1 and settled_at is null`,
      [id],
    );
    expect(left).toEqual([]);
  });

  it('does nothing more when it runs again, and queues each path once', async () => {
    const { subject, booking } = await makeStay(database(), property);
    const { id, path } = await makeDocument(database(), subject);
    await verify(id, '1 hour');
    expect([await sweep(), await sweep()]).toEqual([1, 0]);
    await leave(booking, 17);
    expect([await sweep(), await sweep()]).toEqual([1, 0]);
    expect(await erasuresOf(id)).toEqual([
      erased('fields', 'days_after_departure', null),
      erased('image', 'verified', path),
    ]);
    expect(await removalsOf(path)).toHaveLength(1);
    const jobs = await database().sql(`select from public.jobs where payload ->> 'name' = $1`, [path]);
    expect(jobs).toHaveLength(1);
  });

  it('erases nothing that is held, until it is let go', async () => {
    const { subject, booking } = await makeStay(database(), property);
    const { id } = await makeDocument(database(), subject);
    const hold = (reason: string | null) =>
      database().sql('update public.accom_guest_documents set hold_reason = $2 where id = $1', [id, reason]);
    await verify(id, '1 hour');
    await hold('The police ask for it');
    expect(await sweep()).toBe(0);
    await leave(booking, 400);
    expect(await sweep()).toBe(0);
    expect(await readDocument(database(), id)).toMatchObject({ image_key: sealed.imageKey });
    await hold(null);
    expect(await sweep()).toBe(1);
    expect(await readDocument(database(), id)).toBeUndefined();
  });

  it('erases what was never completed after an hour, and a request that comes back makes it anew', async () => {
    const { subject } = await makeStay(database(), property);
    const key = 'a-key-to-come-back-with';
    const begun = await begin(database(), subject, { key });
    await storeSealed(database(), begun.path);
    expect(await sweep()).toBe(0);
    await database().sql('update public.accom_guest_documents set promised_until = now() where id = $1', [
      begun.id,
    ]);
    expect(await sweep()).toBe(1);
    expect(await readDocument(database(), begun.id)).toBeUndefined();
    expect(await erasuresOf(begun.id)).toEqual([erased('upload', 'never_finished', begun.path)]);
    expect(await removalsOf(begun.path)).toHaveLength(1);
    const again = await begin(database(), subject, { key });
    expect(again).toMatchObject({ ok: true });
    expect(again.id).not.toBe(begun.id);
  });

  it('erases a document of a stay that was cancelled a day later', async () => {
    const { subject, booking } = await makeStay(database(), property);
    const { id } = await makeDocument(database(), subject);
    await database().sql(`update public.accom_bookings set status = 'cancelled' where id = $1`, [booking.id]);
    expect(await sweep()).toBe(0);
    const touch = (verb: string) =>
      database().sql(`alter table public.accom_bookings ${verb} trigger accom_bookings_touch_updated_at`);
    await touch('disable');
    try {
      await database().sql(
        `update public.accom_bookings set updated_at = now() - interval '1 day' where id = $1`,
        [booking.id],
      );
    } finally {
      await touch('enable');
    }
    await database().sql('update public.accom_guest_documents set fields_rule = fields_rule where id = $1', [
      id,
    ]);
    expect(await sweep()).toBe(1);
    expect(await erasuresOf(id)).toMatchObject([{ rule: 'stay_cancelled' }, { rule: 'stay_cancelled' }]);
  });

  it('notes an erasure with ids, times and why, and not a word of the document or of its guest', async () => {
    const columns = await database().sql<{ name: string }>(
      `select column_name as name from information_schema.columns
       where table_schema = 'public' and table_name = 'document_erasures' order by 1`,
    );
    expect(columns.map(({ name }) => name)).toEqual([
      'account_id',
      'actor',
      'booking_id',
      'document_id',
      'erased_at',
      'id',
      'part',
      'property_id',
      'reason',
      'rule',
      'storage_path',
      'verified_gone_at',
      'warned_at',
    ]);
    const { subject, booking } = await makeStay(database(), property);
    const document = { nationality: 'FR', visaType: 'Tourist-90', visaExpiryDate: '2031-05-06' };
    const { id } = await makeDocument(database(), subject, { document });
    await leave(booking, 17);
    await sweep();
    const rows = await database().sql('select * from public.document_erasures where document_id = $1', [id]);
    expect(rows).toHaveLength(2);
    const text = JSON.stringify(rows);
    const { pages: _pages, bytes: _bytes, fieldNames: _names, ...secrets } = sealed;
    const words = [...Object.values(secrets), 'Tourist-90', '2031-05-06', 'Johnson', offeredKey.wrappedKey];
    for (const word of words) expect(text).not.toContain(word);
  });

  it('has the object removed, and notes when Storage has it no more', async () => {
    const { subject } = await makeStay(database(), property);
    const { id, path } = await makeDocument(database(), subject);
    await verify(id, '1 hour');
    await sweep();
    const [queued] = await database().sql<{ id: string }>(
      `select id from public.jobs where payload ->> 'name' = $1`,
      [path],
    );
    const job = (await claimJobs(database(), 'storage_removal')).find((one) => one.id === queued?.id);
    if (job === undefined) throw new Error('what was erased has a job');
    const settle = () => callForJob<boolean>(database(), 'settle_storage_removal', job);
    expect(await settle()).toBe(false);
    expect(await erasuresOf(id)).toMatchObject([{ verified_gone_at: null }]);
    await database().client('jobs_api').storage.from(documentBucket).remove([path]);
    expect(await settle()).toBe(true);
    await finishJob(database(), job, 'done');
    expect(await erasuresOf(id)).toMatchObject([{ verified_gone_at: expect.anything() }]);
    expect(await removalsOf(path)).toEqual([{ again: true }]);
  });
});

onNativePostgres('the sweep of documents beside others', {}, (database) => {
  it('leaves a document that somebody works on for the next time, and erases the others', async () => {
    const { booking } = await makeStay(database(), await makeDocumentPlace(database()));
    const reviewed = { status: 'verified', reviewed_at: new Date(Date.now() - 3_600_000).toISOString() };
    const busy = await insertDocument(database(), booking, reviewed);
    const idle = await insertDocument(database(), booking, reviewed);
    const connections = database().connect({ max: 1 });
    const purge = async () => {
      const [row] = await database().sql<{ purged: number }>('select private.purge_documents() as purged');
      return row?.purged;
    };
    await connections.begin(async (sql) => {
      await sql`select from public.accom_guest_documents where id = ${busy.id} for update`;
      expect(await purge()).toBe(1);
      expect(await readDocument(database(), idle.id)).toMatchObject({ storage_path: null });
      expect(await readDocument(database(), busy.id)).toMatchObject({ storage_path: busy.storage_path });
    });
    await connections.end();
    expect(await purge()).toBe(1);
    expect(await readDocument(database(), busy.id)).toMatchObject({ storage_path: null });
  });
});
