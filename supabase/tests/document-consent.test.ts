import { describe, expect, it } from 'vitest';
import {
  begin,
  finish,
  listOwn,
  makeDocument,
  makeDocumentPlace,
  makeStay,
  readDocument,
  storeSealed,
} from './support/document-calls.ts';
import { callByName } from './support/incident-calls.ts';
import type { Property } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';

const refusal = (error: string, reason: string) => ({ ok: false, error, reason });

onNativePostgres('what a place asks of documents', {}, (database) => {
  const change = ({ id }: Property, columns: string, values: unknown[] = []) =>
    database().sql(`update public.accom_properties set ${columns} where id = $1`, [id, ...values]);
  const setMode = (property: Property, mode: string) =>
    change(property, `access_settings = access_settings || jsonb_build_object('documents', $2::text)`, [
      mode,
    ]);

  describe.each([
    ['off', true, 'documents_are_off', false],
    ['off', false, 'documents_are_off', false],
    ['fields_only', true, 'no_pictures_here', true],
    ['fields_only', false, null, true],
    ['image', false, 'picture_is_missing', true],
    ['image', true, null, true],
  ])('where its mode is %s', (mode, hasPicture, reason, canAdd) => {
    it(`a document ${hasPicture ? 'with' : 'without'} a picture is ${reason === null ? 'taken' : `refused with ${reason}`}`, async () => {
      const { subject } = await makeStay(database(), await makeDocumentPlace(database(), {}, mode));
      const outcome = await begin(database(), subject, { hasPicture });
      expect(outcome).toMatchObject(reason === null ? { ok: true } : refusal('illegal_step', reason));
      expect((await listOwn(database(), subject)).policy).toMatchObject({ mode, canAdd });
      const admitted = await callByName(database(), 'admit_guest_document', { subject });
      expect(admitted['reason'] ?? null).toBe(
        { off: 'documents_are_off', fields_only: 'no_pictures_here', image: null }[mode],
      );
    });
  });

  it.each([
    ['has not begun', { from: 1, to: 3 }, { error: 'stay_not_begun', beginsOn: expect.any(String) }],
    ['is over', { status: 'checked_out' }, { error: 'stay_ended' }],
    ['is not confirmed', { status: 'pending' }, { error: 'illegal_step', reason: 'stay_is_not_confirmed' }],
    ['is cancelled', { status: 'cancelled' }, { error: 'session_expired' }],
  ])('a guest whose stay %s adds none', async (_, columns, error) => {
    const { subject } = await makeStay(database(), await makeDocumentPlace(database()), columns);
    expect(await begin(database(), subject)).toEqual({ ok: false, ...error });
  });

  it('a guest who has left reads their documents still, and completes none', async () => {
    const { subject, booking } = await makeStay(database(), await makeDocumentPlace(database()));
    const { id } = await makeDocument(database(), subject);
    const begun = await begin(database(), subject);
    await storeSealed(database(), begun.path);
    await database().sql(`update public.accom_bookings set status = 'checked_out' where id = $1`, [
      booking.id,
    ]);
    expect(await listOwn(database(), subject)).toMatchObject({
      policy: { canAdd: false },
      documents: [{ id }],
    });
    expect(await finish(database(), subject, begun)).toEqual({ ok: false, error: 'stay_ended' });
  });

  const changes: [string, (property: Property) => Promise<unknown>][] = [
    ['how long it keeps them', (property) => change(property, 'document_retention_days = 90')],
    ['which fields it keeps', (property) => change(property, `document_fields = '{surname,documentNumber}'`)],
    ['whether it keeps pictures', (property) => setMode(property, 'fields_only')],
  ];

  describe.each(changes)('a guest who agreed before the owner changed %s', (_, changeIt) => {
    it('is asked again when the document is announced', async () => {
      const property = await makeDocumentPlace(database());
      const { subject } = await makeStay(database(), property);
      const { policy } = await listOwn(database(), subject);
      await changeIt(property);
      const hasPicture = (await listOwn(database(), subject)).policy['mode'] === 'image';
      const document = { consentVersion: policy.consentVersion };
      expect(await begin(database(), subject, { document, hasPicture })).toEqual(
        refusal('conflict', 'consent_changed'),
      );
      expect(await begin(database(), subject, { hasPicture })).toMatchObject({ ok: true });
    });

    it('is asked again when it is completed, and nobody sees what was sent', async () => {
      const property = await makeDocumentPlace(database());
      const { subject } = await makeStay(database(), property);
      const begun = await begin(database(), subject);
      await storeSealed(database(), begun.path);
      await changeIt(property);
      expect(await finish(database(), subject, begun)).toEqual(refusal('conflict', 'consent_changed'));
      expect(await readDocument(database(), begun.id)).toMatchObject({
        stored_at: null,
        sealed_fields: null,
      });
    });
  });

  it('a guest is not asked again for what has nothing to do with their documents', async () => {
    const property = await makeDocumentPlace(database());
    const { subject } = await makeStay(database(), property);
    const { policy } = await listOwn(database(), subject);
    await change(property, `name = 'Lantern House by the river', contact_email = 'desk@example.com'`);
    expect((await listOwn(database(), subject)).policy).toMatchObject({
      consentVersion: policy.consentVersion,
      place: 'Lantern House by the river',
      email: 'desk@example.com',
    });
  });

  it.each([
    ['its owner', { document_fields: ['surname', 'documentNumber'] }, 'nationality'],
    ['its law', { country: 'FR' }, 'documentNumber'],
  ])('a field that %s leaves out is refused when the document is completed', async (_, columns, field) => {
    const { subject } = await makeStay(database(), await makeDocumentPlace(database(), columns));
    const begun = await begin(database(), subject);
    expect(begun.keptFields).not.toContain(field);
    await storeSealed(database(), begun.path);
    const fieldNames = ['surname', field];
    expect(await finish(database(), subject, begun, { fieldNames })).toEqual(
      refusal('conflict', 'consent_changed'),
    );
    expect(await finish(database(), subject, begun, { fieldNames: ['surname'] })).toMatchObject({ ok: true });
  });

  it.each([
    ['its owner', { document_fields: ['surname', 'documentNumber'] }],
    ['its law', { country: 'NL' }],
  ])('what %s leaves out is not stored when the document is announced', async (_, columns) => {
    const { subject } = await makeStay(database(), await makeDocumentPlace(database(), columns));
    const document = { nationality: 'FR', visaType: 'Tourist', visaExpiryDate: '2031-05-06' };
    const { id } = await begin(database(), subject, { document });
    expect(await readDocument(database(), id)).toMatchObject({
      nationality: null,
      visa_type: null,
      visa_expiry_date: null,
    });
  });

  it('what may be kept is stored as it was sent', async () => {
    const { subject } = await makeStay(database(), await makeDocumentPlace(database()));
    const document = { nationality: 'FR', visaType: 'Tourist', visaExpiryDate: '2031-05-06' };
    const { id } = await begin(database(), subject, { document });
    const [row] = await database().sql(
      `select nationality, visa_type, visa_expiry_date::text as ends from public.accom_guest_documents where id = $1`,
      [id],
    );
    expect(row).toEqual({ nationality: 'FR', visa_type: 'Tourist', ends: '2031-05-06' });
  });

  it('where the number is left out, no hash of it is stored', async () => {
    const { subject } = await makeStay(database(), await makeDocumentPlace(database(), { country: 'FR' }));
    const { id } = await makeDocument(database(), subject, { sealed: { fieldNames: ['surname'] } });
    expect(await readDocument(database(), id)).toMatchObject({ number_digest: null });
  });

  it('where its owner keeps no field at all, only the kind of document and its picture are kept', async () => {
    const { subject } = await makeStay(
      database(),
      await makeDocumentPlace(database(), { document_fields: [] }),
    );
    const begun = await begin(database(), subject, { document: { nationality: 'FR' } });
    expect(begun.keptFields).toEqual([]);
    await storeSealed(database(), begun.path);
    const nothing = { fieldNames: [], fields: null, fieldsKey: null, numberDigest: null };
    expect(await finish(database(), subject, begun, nothing)).toMatchObject({ document: { fieldNames: [] } });
    expect(await readDocument(database(), begun.id)).toMatchObject({
      nationality: null,
      sealed_fields: null,
    });
  });
});
