import { beforeAll, expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import { call, forbidden, illegalStep, notFound } from './support/desk-calls.ts';
import {
  listOwn,
  makeDocumentPlace,
  makeStay,
  offeredKey,
  readDocument,
  sealed,
  takeSight,
} from './support/document-calls.ts';
import { type Booking, insertRow, type Property } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { type Member, type Person, signUpMember } from './support/people.ts';

onNativePostgres('documents that the desk writes down', {}, (database) => {
  let property: Property;
  let staff: Member;
  beforeAll(async () => {
    property = await makeDocumentPlace(database());
    staff = await signUpMember(database(), property.id, 'staff');
  });
  const add = (
    { id: booking_id, property_id }: Booking,
    {
      document = {},
      fields = {},
      person = staff,
      at = property_id,
    }: { document?: object; fields?: object; person?: Person; at?: string } = {},
  ) => {
    const { imageKey: _key, pages: _pages, bytes: _bytes, ...of } = sealed;
    return call(database(), person, 'add_desk_document', {
      ...{ property_id: at, booking_id, sealed: { ...of, ...fields } },
      document: { id: crypto.randomUUID(), documentType: 'passport', keyVersion: 1, ...document },
    });
  };

  it('are checked and seen in person at once, and have no picture', async () => {
    const { booking, subject } = await makeStay(database(), property);
    const id = String(await add(booking));
    expect(await readDocument(database(), id)).toMatchObject({
      ...{ status: 'verified', reviewed_by: staff.accountId, seen_by: staff.accountId, storage_path: null },
      ...{ sealed_fields: sealed.fields, number_digest: sealed.numberDigest },
    });
    expect((await listOwn(database(), subject)).documents).toMatchObject([{ id, hasPicture: false }]);
  });

  it('are one document when they are sent twice', async () => {
    const { booking, subject } = await makeStay(database(), property);
    const document = { id: crypto.randomUUID() };
    expect([await add(booking, { document }), await add(booking, { document })]).toEqual([
      document.id,
      document.id,
    ]);
    expect((await listOwn(database(), subject)).documents).toHaveLength(1);
  });

  it('are what their writer sent last, who may not have seen the first response', async () => {
    const { booking } = await makeStay(database(), property);
    const document = { id: crypto.randomUUID(), nationality: 'FR' };
    await add(booking, { document, fields: { fieldNames: ['surname', 'nationality'] } });
    const corrected = { ...document, documentType: 'id_card', nationality: 'DE' };
    const fields = { fieldNames: ['nationality'], fields: 'sealed-anew', numberDigest: 'of-another-number' };
    await add(booking, { document: corrected, fields });
    expect(await readDocument(database(), document.id)).toMatchObject({
      ...{ document_type: 'id_card', nationality: 'DE', sealed_fields: 'sealed-anew' },
      ...{ field_names: ['nationality'], confirmed_fields: ['nationality'], number_digest: null },
    });
    const logged = await database().sql(
      "select account_id from public.audit_log where row_id = $1 and action = 'document_written'",
      [document.id],
    );
    expect(logged).toEqual([{ account_id: staff.accountId }, { account_id: staff.accountId }]);
  });

  it.each([
    ['of somebody else at the desk', '', 'other'],
    ['of another booking', '', 'elsewhere'],
    ['that is held', "hold_reason = 'police'", 'again'],
    ['that its guest wants erased', 'erasure_asked_at = now()', 'again'],
    ['that was erased', 'sealed_fields = null, fields_key = null', 'again'],
    ['that its guest handed in', "consent_version = 'VN-1'", 'again'],
  ])('do not write over one %s', async (_whose, change, how) => {
    const { booking } = await makeStay(database(), property);
    const elsewhere = await makeStay(database(), property);
    const other = await signUpMember(database(), property.id, 'manager');
    const document = { id: crypto.randomUUID() };
    await add(booking, { document });
    if (change !== '') {
      await database().sql(`update public.accom_guest_documents set ${change} where id = $1`, [document.id]);
    }
    const before = await readDocument(database(), document.id);
    const again = () =>
      add(how === 'elsewhere' ? elsewhere.booking : booking, {
        document: { ...document, documentType: 'id_card' },
        person: how === 'other' ? other : staff,
      });
    await expect(again()).rejects.toMatchObject(notFound);
    expect(await readDocument(database(), document.id)).toEqual(before);
  });

  it('have only what the law lets be kept, and no hash of a number that may not be', async () => {
    const place = await makeDocumentPlace(database(), { country: 'FR' });
    const person = await signUpMember(database(), place.id, 'staff');
    const { booking } = await makeStay(database(), place);
    const refused = add(booking, { person, fields: { fieldNames: ['surname', 'documentNumber'] } });
    await expect(refused).rejects.toMatchObject({ code: 'PT400' });
    const document = { nationality: 'FR', visaType: 'Tourist', visaExpiryDate: '2031-05-06' };
    const id = String(
      await add(booking, { person, document, fields: { fieldNames: ['surname', 'nationality'] } }),
    );
    expect(await readDocument(database(), id)).toMatchObject({
      nationality: 'FR',
      visa_type: null,
      visa_expiry_date: null,
      number_digest: null,
    });
  });

  it('are of a person of the booking, and of a stay that is on or to come', async () => {
    const { booking } = await makeStay(database(), property);
    const other = await makeStay(database(), property);
    const theirs = await insertRow<{ id: string }>(database(), 'booking_people', {
      ...{
        property_id: property.id,
        booking_id: other.booking.id,
        name: 'Eve',
        is_child: false,
        position: 1,
      },
    });
    expect(await catchDatabaseError(add(booking, { document: { personId: theirs.id } }))).toEqual(notFound);
    const over = await makeStay(database(), property, { status: 'checked_out' });
    expect(await catchDatabaseError(add(over.booking))).toEqual(illegalStep('stay_is_over'));
    const place = await makeDocumentPlace(database(), {}, 'off');
    const person = await signUpMember(database(), place.id, 'staff');
    const off = await makeStay(database(), place);
    expect(await catchDatabaseError(add(off.booking, { person }))).toEqual(illegalStep('documents_are_off'));
  });

  it.each([
    ['a person with an id of another form', { document: { personId: 'x' } }],
    [
      'a day that there is not',
      { document: { visaExpiryDate: '2031-02-30' }, fields: { fieldNames: ['visaExpiryDate'] } },
    ],
    [
      'a visa that ended long ago',
      { document: { visaExpiryDate: '1999-12-31' }, fields: { fieldNames: ['visaExpiryDate'] } },
    ],
    ['a kind that there is not', { document: { documentType: 'x' } }],
    ['no version of a key', { document: { keyVersion: 'x' } }],
    ['a version of a key without end', { document: { keyVersion: 1e12 } }],
    ['names of fields that are no list', { fields: { fieldNames: { surname: true } } }],
  ])('are refused with %s', async (_, more) => {
    const { booking } = await makeStay(database(), property);
    expect(await catchDatabaseError(add(booking, more))).toMatchObject({
      code: 'PT400',
      message: 'invalid_request',
    });
    const elsewhere = await makeDocumentPlace(database());
    const other = await signUpMember(database(), elsewhere.id, 'owner');
    // Who may not write any down learns nothing else.
    expect(await catchDatabaseError(add(booking, { ...more, person: other }))).toEqual(notFound);
  });

  it('are written by members of the place who see documents, and by nobody else', async () => {
    const { booking } = await makeStay(database(), property);
    const blind = await signUpMember(database(), property.id, 'manager');
    await takeSight(database(), blind);
    const elsewhere = await makeDocumentPlace(database());
    const other = await signUpMember(database(), elsewhere.id, 'owner');
    expect(await catchDatabaseError(add(booking, { person: blind }))).toEqual(forbidden);
    expect(await catchDatabaseError(add(booking, { person: other }))).toEqual(notFound);
    expect(await catchDatabaseError(add(booking, { person: other, at: elsewhere.id }))).toEqual(notFound);
  });

  it('get the key of the place, the offered one if there is none yet', async () => {
    const place = await makeDocumentPlace(database());
    const person = await signUpMember(database(), place.id, 'staff');
    const prepare = (key: unknown) =>
      call(database(), person, 'prepare_desk_document', { property_id: place.id, offered_key: key });
    await expect(prepare({})).rejects.toMatchObject({ code: 'PT400' });
    const first = await prepare(offeredKey);
    expect(first).toMatchObject({ key: { version: 1, ...offeredKey }, policy: { country: 'VN' } });
    expect(await prepare({ ...offeredKey, wrappedKey: 'x'.repeat(50) })).toEqual(first);
  });
});
