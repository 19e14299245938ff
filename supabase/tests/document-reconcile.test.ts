import { beforeAll, expect, it } from 'vitest';
import {
  documentBucket,
  makeDocument,
  makeDocumentPlace,
  makeStay,
  readDocument,
} from './support/document-calls.ts';
import { callForJob, claimJobs, makeJobsDue } from './support/job-calls.ts';
import type { Property } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';

onNativePostgres('documents and what Storage has of them', {}, (database) => {
  let property: Property;
  beforeAll(async () => {
    property = await makeDocumentPlace(database());
  });

  const sweep = () => database().sql('select public.sweep()');
  const storage = (role: string) => database().client(role).storage.from(documentBucket);
  const store = async (name: string) => {
    const bytes = Buffer.from('encrypted');
    const options = { contentType: 'application/octet-stream' };
    expect((await storage('service_role').upload(name, bytes, options)).error).toBeNull();
  };
  const age = (name: string, interval: string) =>
    database().sql('update storage.objects set created_at = now() - $2::interval where name = $1', [
      name,
      interval,
    ]);
  const isListed = async (name: string) =>
    (await database().sql('select from public.storage_removals where name = $1', [name])).length === 1;
  const isStored = async (name: string) =>
    (await database().sql('select from storage.objects where name = $1', [name])).length === 1;
  const removeAll = async () => {
    await makeJobsDue(database(), 'storage_removal');
    for (const job of await claimJobs(database(), 'storage_removal')) {
      const [row] = await database().sql<{ name: string }>(
        "select payload ->> 'name' as name from public.jobs where id = $1",
        [job.id],
      );
      await storage('jobs_api').remove([row?.name ?? '']);
      await callForJob(database(), 'settle_storage_removal', job);
      await database().sql(
        `update public.jobs set done_at = now(), outcome = 'done', claim = null, claimed_until = null where id = $1`,
        [job.id],
      );
    }
  };

  it('an object that no document names is removed after two hours, and one that a document names is not', async () => {
    const named = await makeDocument(database(), (await makeStay(database(), property)).subject);
    const [young, old] = [`x/y/${crypto.randomUUID()}`, `x/y/${crypto.randomUUID()}`];
    await store(young);
    await store(old);
    await age(old, '3 hours');
    await age(named.path, '3 hours');
    await sweep();
    expect([await isListed(young), await isListed(old), await isListed(named.path)]).toEqual([
      false,
      true,
      false,
    ]);
    await removeAll();
    expect([await isStored(young), await isStored(old), await isStored(named.path)]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('an object that comes back after its removal is removed again', async () => {
    const name = `x/y/${crypto.randomUUID()}`;
    for (let time = 0; time < 2; time += 1) {
      await store(name);
      await age(name, '3 hours');
      await sweep();
      await removeAll();
      expect(await isStored(name)).toBe(false);
      // The second removal, a day later, has been done as well.
      await database().sql('delete from public.storage_removals where name = $1', [name]);
    }
  });

  it('a document whose object is gone says that its picture is lost, and keeps what it says', async () => {
    const lost = await makeDocument(database(), (await makeStay(database(), property)).subject);
    await storage('service_role').remove([lost.path]);
    await sweep();
    expect(await readDocument(database(), lost.id)).toMatchObject({ storage_path: lost.path });
    await database().sql(
      `update public.accom_guest_documents set stored_at = now() - interval '3 hours' where id = $1`,
      [lost.id],
    );
    await sweep();
    expect(await readDocument(database(), lost.id)).toMatchObject({ storage_path: null, image_key: null });
    const told = await database().sql(
      'select part, rule from public.document_erasures where document_id = $1',
      [lost.id],
    );
    expect(told).toEqual([{ part: 'image', rule: 'object_lost' }]);
  });
});
