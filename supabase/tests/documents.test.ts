import { runWithinOneMinute } from '@gudbro/supabase-local/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  begin,
  documentBucket,
  finish,
  listOwn,
  makeDocument,
  makeDocumentPlace,
  makeStay,
  offeredKey,
  readDocument,
  sealed,
  storeSealed,
} from './support/document-calls.ts';
import { callByName } from './support/incident-calls.ts';
import { makeRoom, makeSession, type Property } from './support/make-property.ts';
import { onEachEngine } from './support/on-each-engine.ts';
import { type Subject, subjectOfSession } from './support/order-calls.ts';
import { signUpMember } from './support/people.ts';

const refusal = (error: string, reason?: string) =>
  reason === undefined ? { ok: false, error } : { ok: false, error, reason };

onEachEngine('documents of guests', {}, (database) => {
  let property: Property;
  const stay = async (columns = {}) => (await makeStay(database(), property, columns)).subject;
  const change = (columns: string) =>
    database().sql(`update public.accom_properties set ${columns} where id = $1`, [property.id]);
  const queuedPaths = async () =>
    (
      await database().sql<{ name: string }>('select name from public.storage_removals where bucket = $1', [
        documentBucket,
      ])
    ).map(({ name }) => name);

  beforeAll(async () => {
    property = await makeDocumentPlace(database());
  });

  it('are announced, stored by the stays server under their path, completed, and only then listed', async () => {
    const { subject, booking } = await makeStay(database(), property);
    const begun = await begin(database(), subject);
    expect(begun).toMatchObject({ ok: true, propertyId: property.id, key: { version: 1, ...offeredKey } });
    expect(begun.path).toMatch(new RegExp(`^${property.id}/${booking.id}/[0-9a-f-]{36}$`));
    expect(await storeSealed(database(), begun.path)).toBe(true);
    expect((await listOwn(database(), subject)).documents).toEqual([]);
    const finished = await finish(database(), subject, begun);
    expect(finished).toMatchObject({
      ok: true,
      document: {
        id: begun.id,
        documentType: 'passport',
        status: 'pending',
        hasPicture: true,
        personId: null,
      },
    });
    expect((await listOwn(database(), subject)).documents).toEqual([finished['document']]);
    expect(await readDocument(database(), begun.id)).toMatchObject({
      storage_path: begun.path,
      image_key: sealed.imageKey,
      pages: 2,
      file_size: 9,
      sealed_fields: sealed.fields,
      fields_key: sealed.fieldsKey,
      number_digest: sealed.numberDigest,
      consent_locale: 'en',
    });
  });

  it('are told to the desk and logged once they are complete, with no word of the document', async () => {
    const staff = await signUpMember(database(), property.id, 'staff');
    const subject = await stay();
    const begun = await begin(database(), subject);
    const told = () =>
      database().sql('select kind from public.notifications where account_id = $1 and thing_id = $2', [
        staff.accountId,
        begun.id,
      ]);
    const logged = () =>
      database().sql('select actor, action, detail from public.audit_log where row_id = $1', [begun.id]);
    await storeSealed(database(), begun.path);
    expect([await told(), await logged()]).toEqual([[], []]);
    await finish(database(), subject, begun);
    expect(await told()).toEqual([{ kind: 'document_new' }]);
    expect(await logged()).toEqual([{ actor: 'guest', action: 'document_added', detail: {} }]);
  });

  it('say nothing to their guest of what is in them', async () => {
    const subject = await stay();
    const plain = { nationality: 'FR', visaType: 'Tourist-90', visaExpiryDate: '2031-05-06' };
    const { id, path } = await makeDocument(database(), subject, { document: plain });
    const { documents } = await listOwn(database(), subject);
    expect(documents).toMatchObject([{ id }]);
    const asked = await callByName(database(), 'ask_for_erasure', { subject, document_id: id });
    const text = JSON.stringify([documents, asked]);
    const { pages: _pages, bytes: _bytes, fieldNames: _names, ...secrets } = sealed;
    for (const secret of [...Object.values(secrets), path, ...Object.values(plain), offeredKey.wrappedKey]) {
      expect(text).not.toContain(secret);
    }
  });

  it('are stored once, by the stays server, under their path and as what they are', async () => {
    const { path } = await begin(database(), await stay());
    for (const other of [`${path}x`, `${property.id}/x`, 'x', `/${path}x`, path?.toUpperCase() ?? '']) {
      expect({ other, taken: await storeSealed(database(), other) }).toEqual({ other, taken: false });
    }
    const owner = await signUpMember(database(), property.id, 'owner');
    for (const caller of ['anon', 'backoffice_api', 'jobs_api', { accessToken: owner.accessToken }]) {
      expect(await storeSealed(database(), path, caller)).toBe(false);
    }
    const bucket = database().client('guest_api').storage.from(documentBucket);
    expect(
      (await bucket.upload(path ?? '', Buffer.from('<p>'), { contentType: 'text/html' })).error,
    ).not.toBeNull();
    expect(await storeSealed(database(), path)).toBe(true);
    expect(await storeSealed(database(), path)).toBe(false);
    expect((await bucket.update(path ?? '', Buffer.from('x'))).error).not.toBeNull();
    expect((await bucket.download(path ?? '')).error).not.toBeNull();
    expect((await bucket.list(property.id)).data).toEqual([]);
  });

  it('are not stored an hour after they were announced, nor after they are complete', async () => {
    const late = await begin(database(), await stay());
    await database().sql('update public.accom_guest_documents set promised_until = now() where id = $1', [
      late.id,
    ]);
    expect(await storeSealed(database(), late.path)).toBe(false);
    const { id, path } = await makeDocument(database(), await stay());
    // As if its object had been removed.
    await database().sql('update public.accom_guest_documents set storage_path = $2 where id = $1', [
      id,
      `${path}2`,
    ]);
    expect(await storeSealed(database(), `${path}2`)).toBe(false);
  });

  describe('to be completed', () => {
    it('have their object in Storage', async () => {
      const subject = await stay();
      const begun = await begin(database(), subject);
      expect(await finish(database(), subject, begun)).toEqual(refusal('unavailable'));
      expect(await readDocument(database(), begun.id)).toMatchObject({ stored_at: null });
    });

    it('have the path of their own last try, and belong to the booking of their guest', async () => {
      const subject = await stay();
      const begun = await begin(database(), subject);
      const another = await begin(database(), subject);
      await storeSealed(database(), begun.path);
      await storeSealed(database(), another.path);
      for (const path of [another.path, `${begun.path}x`, null]) {
        expect(await finish(database(), subject, { id: begun.id, path })).toEqual(refusal('not_found'));
      }
      expect(await finish(database(), await stay(), begun)).toEqual(refusal('not_found'));
      expect(await finish(database(), subject, { ...begun, id: crypto.randomUUID() })).toEqual(
        refusal('not_found'),
      );
      expect(await finish(database(), subject, begun)).toMatchObject({ ok: true });
    });

    it.each([
      ['a picture without its key', { imageKey: null }],
      ['a picture without pages', { pages: null }],
      ['a picture of five pages', { pages: 5 }],
      ['a picture of no size', { bytes: null }],
      ['a picture of more than ten megabytes', { bytes: 10_485_761 }],
      ['fields without their key', { fieldsKey: null }],
      ['a key without fields', { fields: null }],
      ['fields without end', { fields: 'x'.repeat(4001) }],
      ['a number of pages that is none', { pages: 'two' }],
    ])('have no %s', async (_, wrong) => {
      const subject = await stay();
      const begun = await begin(database(), subject);
      await storeSealed(database(), begun.path);
      expect(await finish(database(), subject, begun, wrong)).toEqual(refusal('invalid_request'));
      expect(await finish(database(), subject, begun)).toMatchObject({ ok: true });
    });

    it('have no picture where none was announced', async () => {
      const place = await makeDocumentPlace(database(), {}, 'fields_only');
      const { subject } = await makeStay(database(), place);
      const begun = await begin(database(), subject, { hasPicture: false });
      expect(begun.path).toBeNull();
      expect(await finish(database(), subject, begun, { imageKey: 'a' })).toEqual(refusal('invalid_request'));
      expect(await finish(database(), subject, begun, { path: 'a' })).toEqual(refusal('not_found'));
      expect(await finish(database(), subject, begun)).toMatchObject({ document: { hasPicture: false } });
    });
  });

  it.each([
    ['another kind', { documentType: 'library_card' }],
    ['a country that is none', { nationality: 'France' }],
    ['a day that is none', { visaExpiryDate: '2031-02-30' }],
    ['a year out of the ordinary', { visaExpiryDate: '1031-02-03' }],
    ['a type of visa without end', { visaType: 'x'.repeat(61) }],
    ['a person that is no id', { personId: 'Eve' }],
    ['no language of the consent', { consentLocale: null }],
  ])('are refused with %s, and no row is made', async (_, wrong) => {
    const { subject, booking } = await makeStay(database(), property);
    expect(await begin(database(), subject, { document: wrong })).toEqual(refusal('invalid_request'));
    const rows = await database().sql('select from public.accom_guest_documents where booking_id = $1', [
      booking.id,
    ]);
    expect(rows).toEqual([]);
  });

  describe('of a request that is sent again under its key', () => {
    const key = 'a-key-to-come-back-with';

    it('go on under a fresh path while they are not complete, and the old path is emptied', async () => {
      const subject = await stay();
      const first = await begin(database(), subject, { key });
      await storeSealed(database(), first.path);
      const again = await begin(database(), subject, { key });
      expect(again).toMatchObject({ ok: true, id: first.id, key: first.key, keptFields: first.keptFields });
      expect(again.path).not.toBe(first.path);
      expect(await queuedPaths()).toContain(first.path);
      expect(await queuedPaths()).not.toContain(again.path);
      expect(await finish(database(), subject, first)).toEqual(refusal('not_found'));
      await storeSealed(database(), again.path);
      expect(await finish(database(), subject, again)).toMatchObject({ ok: true });
    });

    it('are the first ones once these are complete, also after the consent has changed', async () => {
      const subject = await stay();
      const { policy } = await listOwn(database(), subject);
      const document = { consentVersion: policy.consentVersion };
      const first = await makeDocument(database(), subject, { key, document });
      await change('document_retention_days = 20');
      const again = await begin(database(), subject, { key, document });
      expect(again).toMatchObject({ ok: true, document: { id: first.id } });
      expect((await listOwn(database(), subject)).documents).toHaveLength(1);
      await change('document_retention_days = 15');
    });

    it('are completed once: a second completion returns the first', async () => {
      const subject = await stay();
      const begun = await begin(database(), subject);
      await storeSealed(database(), begun.path);
      const first = await finish(database(), subject, begun);
      expect(await finish(database(), subject, begun, { pages: 4 })).toEqual(first);
      expect(await readDocument(database(), begun.id)).toMatchObject({ pages: 2 });
    });

    it('are refused with another content, and the same key is another one for another guest', async () => {
      const subject = await stay();
      const first = await begin(database(), subject, { key });
      expect(await begin(database(), subject, { key, document: { documentType: 'visa' } })).toEqual(
        refusal('conflict', 'key_was_used_for_another_document'),
      );
      expect((await begin(database(), await stay(), { key })).id).not.toBe(first.id);
      expect(await begin(database(), subject, { key: 'short' })).toEqual(refusal('invalid_request'));
    });
  });

  it('are announced five times a minute by one guest, and tries of a completed one are free', async () => {
    await runWithinOneMinute(database(), async () => {
      const subject = await stay();
      const key = crypto.randomUUID();
      const done = await makeDocument(database(), subject, { key });
      for (let sent = 0; sent < 6; sent += 1) {
        expect(await begin(database(), subject, { key })).toMatchObject({ document: { id: done.id } });
      }
      for (let sent = 0; sent < 4; sent += 1) {
        expect(await begin(database(), subject)).toMatchObject({ ok: true });
      }
      expect(await begin(database(), subject)).toMatchObject({ error: 'rate_limited' });
      expect(await begin(database(), await stay())).toMatchObject({ ok: true });
    });
  });

  it('are read and decoded ten times a minute for one guest', async () => {
    await runWithinOneMinute(database(), async () => {
      const subject = await stay();
      const admit = (of: Subject) => callByName(database(), 'admit_guest_document', { subject: of });
      for (let sent = 0; sent < 10; sent += 1) expect(await admit(subject)).toEqual({ ok: true });
      expect(await admit(subject)).toMatchObject({ error: 'rate_limited' });
      expect(await admit(await stay())).toEqual({ ok: true });
    });
  });

  it('are at most sixty of one booking', async () => {
    const { subject, booking } = await makeStay(database(), property);
    await database().sql(
      `insert into public.accom_guest_documents (property_id, booking_id, document_type, key_version, consent_version, consent_locale)
       select $1, $2, 'other', 1, '1.a', 'en' from generate_series(1, 60)`,
      [property.id, booking.id],
    );
    expect(await begin(database(), subject)).toEqual(refusal('illegal_step', 'too_many_documents'));
  });

  it('belong to a booking, and a guest with an access code has none', async () => {
    const room = await makeRoom(database(), property);
    const subject = subjectOfSession(property, await makeSession(database(), room));
    expect(await begin(database(), subject)).toEqual(refusal('illegal_step', 'documents_need_a_booking'));
    expect(await callByName(database(), 'admit_guest_document', { subject })).toEqual(
      refusal('illegal_step', 'documents_need_a_booking'),
    );
    const { policy, people, documents } = await listOwn(database(), subject);
    expect({ canAdd: policy['canAdd'], people, documents }).toEqual({
      canAdd: false,
      people: [],
      documents: [],
    });
  });
});
