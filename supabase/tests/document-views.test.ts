import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import { forbidden, notFound } from './support/desk-calls.ts';
import {
  documentBucket,
  listOwn,
  makeDocument,
  makeDocumentPlace,
  makeStay,
  offeredKey,
  openDocument,
  sealed,
  takeSight,
  useGrant,
} from './support/document-calls.ts';
import { callByName } from './support/incident-calls.ts';
import type { Property } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import type { Subject } from './support/order-calls.ts';
import {
  anon,
  backofficeServer,
  jobsProcess,
  type Member,
  type Person,
  runOnConnection,
  signUpMember,
  staysServer,
} from './support/people.ts';

onNativePostgres('a document that is looked at', {}, (database) => {
  let property: Property;
  let elsewhere: Property;
  const people = {} as Record<
    'staff' | 'manager' | 'colleague' | 'blind' | 'housekeeper' | 'other' | 'leaving',
    Member
  >;
  let subject: Subject;
  let id: string;
  let path: string;

  beforeAll(async () => {
    property = await makeDocumentPlace(database());
    elsewhere = await makeDocumentPlace(database());
    people.staff = await signUpMember(database(), property.id, 'staff');
    people.manager = await signUpMember(database(), property.id, 'manager');
    people.colleague = await signUpMember(database(), property.id, 'staff');
    people.blind = await signUpMember(database(), property.id, 'manager');
    people.housekeeper = await signUpMember(database(), property.id, 'housekeeper');
    people.other = await signUpMember(database(), elsewhere.id, 'owner');
    await takeSight(database(), people.blind);
  });
  beforeEach(async () => {
    ({ subject } = await makeStay(database(), property));
    ({ id, path } = await makeDocument(database(), subject, { document: { nationality: 'FR' } }));
  });

  const open = (person: Person, at = property) => openDocument(database(), person, at, id);
  const use = (person: Person, grant: string | undefined, at = property) =>
    useGrant(database(), person, at, grant);
  const bucketOf = (caller: string | Member) => database().client(caller).storage.from(documentBucket);
  const downloads = async (caller: string | Member) => {
    const { data, error } = await bucketOf(caller).download(path);
    return error === null && (await data.text()) === 'encrypted';
  };
  const looks = () =>
    database().sql(
      `select action, actor, account_id, detail from public.audit_log
       where row_id = $1 and action like 'document%viewed' order by created_at, action desc`,
      [id],
    );
  const grantsOf = () => database().sql('select from public.document_grants where document_id = $1', [id]);
  /** A grant of this member, used now. */
  const takeLook = async (person: Person) => {
    const { grants } = await open(person);
    await use(person, grants[0]);
  };

  it('is written to the log before anything of it is given out', async () => {
    const opened = await open(people.staff);
    expect(opened).toMatchObject({
      id,
      nationality: 'FR',
      sealedFields: sealed.fields,
      fieldsKey: sealed.fieldsKey,
      key: { version: 1, ...offeredKey },
    });
    const seen = { actor: 'account', account_id: people.staff.accountId, detail: {} };
    expect(await looks()).toEqual([{ action: 'document_viewed', ...seen }]);
    const used = await use(people.staff, opened.grants[1]);
    expect(used).toMatchObject({
      documentId: id,
      path,
      imageKey: sealed.imageKey,
      page: 2,
      key: { version: 1, ...offeredKey },
      viewer: expect.any(String),
      timezone: 'Asia/Ho_Chi_Minh',
    });
    expect(await looks()).toEqual([
      { action: 'document_viewed', ...seen },
      { action: 'document_image_viewed', ...seen },
    ]);
  });

  it('gives one grant for each page, which says neither path nor key', async () => {
    const opened = await open(people.staff);
    expect(opened.grants).toHaveLength(2);
    const text = JSON.stringify(opened);
    expect(text).not.toContain(path);
    expect(text).not.toContain(sealed.imageKey);
  });

  it('tells its guest who looked, by name alone and once in an hour', async () => {
    await database().sql(`update public.accounts set display_name = 'Linh' where id = $1`, [
      people.staff.accountId,
    ]);
    for (let time = 0; time < 3; time += 1) await takeLook(people.staff);
    await open(people.manager);
    const [own] = (await listOwn(database(), subject)).documents;
    // What guests read of it has its own schema.
    const views = [...((own?.['views'] ?? []) as { by: string; at: string }[])];
    // One who has no name is not called by an address.
    expect(views.sort((one, other) => (one.by < other.by ? -1 : 1))).toEqual([
      { by: '', at: expect.any(String) },
      { by: 'Linh', at: expect.any(String) },
    ]);
  });

  it('is not opened by anybody but members of the place who see documents', async () => {
    await expect(open(people.blind)).rejects.toMatchObject({ message: 'forbidden' });
    await expect(open(people.housekeeper)).rejects.toMatchObject({ message: 'forbidden' });
    expect(await catchDatabaseError(open(people.other))).toEqual(notFound);
    expect(await catchDatabaseError(open(people.other, elsewhere))).toEqual(notFound);
    for (const person of [anon, staysServer, backofficeServer, jobsProcess]) {
      await expect(open(person)).rejects.toMatchObject({ code: '42501' });
      await expect(use(person, crypto.randomUUID())).rejects.toMatchObject({ code: '42501' });
    }
    expect([await looks(), await grantsOf()]).toEqual([[], []]);
  });

  it('is neither listed nor checked by members who do not see documents, and of another place it is not found', async () => {
    const calls: [string, Record<string, unknown>][] = [
      ['list_documents', {}],
      ['list_ending_visas', {}],
      ['see_document', { document_id: id }],
      ['review_document', { document_id: id, version: new Date().toISOString(), status: 'verified' }],
    ];
    for (const [name, args] of calls) {
      const as = (person: Person, at = property) =>
        callByName(database(), name, { property_id: at.id, ...args }, person);
      expect({ name, error: await catchDatabaseError(as(people.blind)) }).toEqual({ name, error: forbidden });
      expect({ name, error: await catchDatabaseError(as(people.other)) }).toEqual({ name, error: notFound });
    }
    for (const name of ['erase_document_now', 'hold_document']) {
      const as = (person: Person) => callByName(database(), name, { document_id: id, reason: 'x' }, person);
      expect({ name, error: await catchDatabaseError(as(people.blind)) }).toEqual({ name, error: forbidden });
      expect({ name, error: await catchDatabaseError(as(people.other)) }).toEqual({ name, error: notFound });
    }
    const listed = await callByName(
      database(),
      'list_documents',
      { property_id: elsewhere.id },
      people.other,
    );
    expect(listed).toEqual([]);
  });

  describe('by a grant', () => {
    it('is looked at once', async () => {
      const { grants } = await open(people.staff);
      await use(people.staff, grants[0]);
      expect(await catchDatabaseError(use(people.staff, grants[0]))).toEqual(notFound);
      await use(people.staff, grants[1]);
      expect((await looks()).map(({ action }) => action)).toEqual([
        'document_viewed',
        'document_image_viewed',
        'document_image_viewed',
      ]);
    });

    it('is looked at for five minutes', async () => {
      const { grants } = await open(people.staff);
      const [row] = await database().sql(
        `select expires_at between now() + interval '4 minutes' and now() + interval '5 minutes' as soon
         from public.document_grants where id = $1`,
        [grants[0]],
      );
      expect(row).toEqual({ soon: true });
      await database().sql('update public.document_grants set expires_at = now() where document_id = $1', [
        id,
      ]);
      expect(await catchDatabaseError(use(people.staff, grants[0]))).toEqual(notFound);
      expect((await looks()).map(({ action }) => action)).toEqual(['document_viewed']);
    });

    it('is looked at by its member alone', async () => {
      const { grants } = await open(people.staff);
      expect(await catchDatabaseError(use(people.colleague, grants[0]))).toEqual(notFound);
      expect(await catchDatabaseError(use(people.manager, grants[0]))).toEqual(notFound);
      expect(await catchDatabaseError(use(people.blind, grants[0]))).toEqual(forbidden);
      expect(await catchDatabaseError(use(people.housekeeper, grants[0]))).toEqual(forbidden);
      expect(await catchDatabaseError(use(people.other, grants[0]))).toEqual(notFound);
      expect(await catchDatabaseError(use(people.other, grants[0], elsewhere))).toEqual(notFound);
      expect(await catchDatabaseError(use(people.staff, crypto.randomUUID()))).toEqual(notFound);
      // None of these has used it up.
      expect(await use(people.staff, grants[0])).toMatchObject({ documentId: id });
    });

    it('is not looked at by somebody who has lost the switch, the role or the membership since', async () => {
      const losses: [string, object][] = [
        ['update public.property_members set sees_documents = false where account_id = $1', forbidden],
        [
          `update public.property_members set role = 'housekeeper', sees_documents = false, sees_money = false
           where account_id = $1`,
          forbidden,
        ],
        ['delete from public.property_members where account_id = $1', notFound],
      ];
      for (const [loss, refusal] of losses) {
        const leaving = await signUpMember(database(), property.id, 'staff');
        const { grants } = await open(leaving);
        await use(leaving, grants[0]);
        expect(await downloads(leaving)).toBe(true);
        await database().sql(loss, [leaving.accountId]);
        expect(await catchDatabaseError(use(leaving, grants[1]))).toEqual(refusal);
        expect(await downloads(leaving)).toBe(false);
      }
    });

    it('is not looked at past the time of its picture, whether it was erased or not, unless it is held', async () => {
      const { grants } = await open(people.staff);
      const set = (columns: string) =>
        database().sql(`update public.accom_guest_documents set ${columns} where id = $1`, [id]);
      await set(`status = 'verified', reviewed_at = now() - interval '10 minutes'`);
      expect(await catchDatabaseError(use(people.staff, grants[0]))).toEqual(notFound);
      expect(await open(people.staff)).toMatchObject({ grants: [], sealedFields: sealed.fields });
      await set(`hold_reason = 'The police ask for it'`);
      await use(people.staff, grants[0]);
      expect(await downloads(people.staff)).toBe(true);
      await set('hold_reason = null');
      expect(await downloads(people.staff)).toBe(false);
      expect(await catchDatabaseError(use(people.staff, grants[1]))).toEqual(notFound);
    });

    it('is not looked at once its picture is erased', async () => {
      const { grants } = await open(people.staff);
      await callByName(
        database(),
        'erase_document_now',
        { document_id: id, reason: 'Asked by mail' },
        people.manager,
      );
      expect(await catchDatabaseError(use(people.staff, grants[0]))).toEqual(notFound);
      expect(await downloads(people.staff)).toBe(false);
    });

    it('is forgotten a day after the end of the grant', async () => {
      await open(people.staff);
      const age = (past: string) =>
        database().sql(
          'update public.document_grants set expires_at = now() - $2::interval where document_id = $1',
          [id, past],
        );
      await age('23 hours');
      await database().sql('select public.sweep()');
      expect(await grantsOf()).toHaveLength(2);
      await age('24 hours');
      await database().sql('select public.sweep()');
      expect(await grantsOf()).toEqual([]);
    });
  });

  describe('in Storage', () => {
    it('is downloaded by a member within a minute after they used a grant, and not before', async () => {
      const { grants } = await open(people.staff);
      expect(await downloads(people.staff)).toBe(false);
      await use(people.staff, grants[0]);
      expect(await downloads(people.staff)).toBe(true);
      await database().sql(
        `update public.document_grants set used_at = now() - interval '61 seconds' where id = $1`,
        [grants[0]],
      );
      expect(await downloads(people.staff)).toBe(false);
    });

    it('is downloaded by nobody else at that time', async () => {
      await takeLook(people.staff);
      for (const person of [
        people.colleague,
        people.manager,
        people.blind,
        people.housekeeper,
        people.other,
      ]) {
        expect(await downloads(person)).toBe(false);
      }
      for (const role of ['anon', 'guest_api', 'backoffice_api', 'jobs_api']) {
        expect({ role, gets: await downloads(role) }).toEqual({ role, gets: false });
      }
    });

    it('is downloaded by jobs_api neither before nor after it is on the list of what has to go', async () => {
      expect(await downloads('jobs_api')).toBe(false);
      await database().sql(`insert into public.storage_removals (bucket, name) values ($1, $2)`, [
        documentBucket,
        path,
      ]);
      expect(await downloads('jobs_api')).toBe(false);
    });

    it('is no other document than the one of the grant', async () => {
      await takeLook(people.staff);
      const another = await makeDocument(database(), (await makeStay(database(), property)).subject);
      expect((await bucketOf(people.staff).download(another.path)).error).not.toBeNull();
    });

    it('is neither listed, signed, copied, moved, replaced nor removed by whoever has used a grant', async () => {
      const owner = await signUpMember(database(), property.id, 'owner');
      for (const person of [people.staff, owner]) {
        await takeLook(person);
        expect(await downloads(person)).toBe(true);
        const bucket = bucketOf(person);
        const folder = path.slice(0, path.lastIndexOf('/'));
        expect((await bucket.list(folder)).data).toEqual([]);
        expect((await bucket.list()).data).toEqual([]);
        for (const outcome of [
          await bucket.createSignedUrl(path, 60),
          await bucket.info(path),
          await bucket.copy(path, `${folder}/copy`),
          await bucket.move(path, `${folder}/moved`),
          await bucket.update(path, Buffer.from('other'), { contentType: 'application/octet-stream' }),
          await bucket.upload(`${folder}/mine`, Buffer.from('x'), {
            contentType: 'application/octet-stream',
          }),
        ]) {
          expect(outcome.error).not.toBeNull();
        }
        const signed = await bucket.createSignedUrls([path], 60);
        expect((signed.data ?? []).filter(({ error }) => error === null)).toEqual([]);
        await bucket.remove([path]);
        expect(await downloads(person)).toBe(true);
      }
    });

    it('has no public address', async () => {
      await takeLook(people.staff);
      const { publicUrl } = bucketOf(people.staff).getPublicUrl(path).data;
      expect((await database().fetch(publicUrl)).ok).toBe(false);
      const [bucket] = await database().sql(
        'select public, file_size_limit::integer as size, allowed_mime_types as types from storage.buckets where id = $1',
        [documentBucket],
      );
      expect(bucket).toEqual({ public: false, size: 10_485_760, types: ['application/octet-stream'] });
    });
  });
});

onNativePostgres('a grant that is used at the same time', {}, (database) => {
  it('works once of ten tries, with one entry of the log', async () => {
    const property = await makeDocumentPlace(database());
    const staff = await signUpMember(database(), property.id, 'staff');
    const { id } = await makeDocument(database(), (await makeStay(database(), property)).subject);
    const { grants } = await openDocument(database(), staff, property, id);
    const connections = database().connect({ max: 10 });
    const tries = await Promise.allSettled(
      Array.from({ length: 10 }, () =>
        runOnConnection(
          connections,
          staff,
          (sql) => sql`select public.use_document_grant(${property.id}, ${grants[0] ?? ''})`,
        ),
      ),
    );
    await connections.end();
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const entries = await database().sql(
      `select from public.audit_log where row_id = $1 and action = 'document_image_viewed'`,
      [id],
    );
    expect(entries).toHaveLength(1);
  });
});
