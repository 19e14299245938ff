import { beforeAll, beforeEach, expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import { call, forbidden, impossible, notFound, undoLast } from './support/desk-calls.ts';
import {
  insertDocument,
  listDocuments,
  makeDocument,
  makeDocumentPlace,
  makeStay,
  readDocument,
  sealed,
  takeSight,
} from './support/document-calls.ts';
import type { Booking, Property } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import type { Subject } from './support/order-calls.ts';
import { type Member, type Person, signUpMember } from './support/people.ts';

onNativePostgres('the review of a document, field by field,', {}, (database) => {
  let property: Property;
  let manager: Member;
  let staff: Member;
  let colleague: Member;
  let subject: Subject;
  let booking: Booking;
  let id: string;

  beforeAll(async () => {
    property = await makeDocumentPlace(database());
    manager = await signUpMember(database(), property.id, 'manager');
    staff = await signUpMember(database(), property.id, 'staff');
    colleague = await signUpMember(database(), property.id, 'staff');
  });
  beforeEach(async () => {
    ({ subject, booking } = await makeStay(database(), property));
    ({ id } = await makeDocument(database(), subject));
  });

  const own = async () => {
    const documents = await listDocuments(database(), staff, property, { booking: booking.id });
    return documents.find((one) => one.id === id);
  };
  const review = async (
    status: string,
    reason: string | null,
    { confirmed, person = staff }: { confirmed: unknown; person?: Person },
  ) =>
    call(database(), person, 'review_document', {
      ...{ property_id: property.id, document_id: id, status, reason, confirmed },
      version: (await own())?.version,
    });
  const confirmedOf = async () => (await own())?.['confirmedFields'];

  it('stores which fields were confirmed, with who did it and when, and says it in the log', async () => {
    await review('rejected', 'The number is another one', { confirmed: ['surname'], person: manager });
    expect(await confirmedOf()).toEqual(['surname']);
    expect(await readDocument(database(), id)).toMatchObject({
      confirmed_fields: ['surname'],
      reviewed_by: manager.accountId,
      reviewed_at: expect.anything(),
    });
    const [entry] = await database().sql(
      `select account_id, detail from public.audit_log where row_id = $1 and action = 'changed'`,
      [id],
    );
    expect(entry).toMatchObject({
      account_id: manager.accountId,
      detail: { from: { confirmed_fields: [] }, to: { status: 'rejected', confirmed_fields: ['surname'] } },
    });
  });

  it('verifies only what was confirmed as a whole, each field once', async () => {
    for (const confirmed of [[], ['surname']]) {
      expect(await catchDatabaseError(review('verified', null, { confirmed }))).toEqual(
        impossible('fields_are_unconfirmed'),
      );
    }
    await review('verified', null, { confirmed: ['documentNumber', 'surname', 'surname'] });
    expect(await confirmedOf()).toEqual(['surname', 'documentNumber']);
  });

  it.each([
    ['that the document does not have', ['surname', 'birthDate']],
    ['without end', Array(100).fill('x')],
    ['that are none', null],
  ])('takes no fields %s', async (_, confirmed) => {
    expect(await catchDatabaseError(review('rejected', 'Blurred', { confirmed }))).toMatchObject({
      code: 'PT400',
    });
    expect(await own()).toMatchObject({ status: 'pending', confirmedFields: [] });
  });

  it('needs none of a document that has none', async () => {
    const { id: bare } = await insertDocument(database(), booking);
    const bareOne = (await listDocuments(database(), staff, property, { booking: booking.id })).find(
      (one) => one.id === bare,
    );
    await call(database(), staff, 'review_document', {
      ...{ property_id: property.id, document_id: bare, status: 'verified', version: bareOne?.version },
    });
    expect(await readDocument(database(), bare)).toMatchObject({
      status: 'verified',
      confirmed_fields: [],
    });
  });

  it('is forgotten with a review that is undone, and gone with the document', async () => {
    await review('rejected', 'Blurred', { confirmed: ['surname'] });
    await undoLast(database(), staff, id);
    expect(await confirmedOf()).toEqual([]);
    await call(database(), manager, 'erase_document_now', { document_id: id, reason: 'Asked by mail' });
    expect(await readDocument(database(), id)).toBeUndefined();
  });

  it('is for members who see documents, and for nobody else', async () => {
    const confirmed = sealed.fieldNames;
    const blind = await signUpMember(database(), property.id, 'manager');
    await takeSight(database(), blind);
    const housekeeper = await signUpMember(database(), property.id, 'housekeeper');
    const elsewhere = await makeDocumentPlace(database());
    const other = await signUpMember(database(), elsewhere.id, 'owner');
    for (const [person, refusal] of [
      [blind, forbidden],
      [housekeeper, forbidden],
      [other, notFound],
    ] as const) {
      expect(await catchDatabaseError(review('verified', null, { confirmed, person }))).toEqual(refusal);
    }
    await review('verified', null, { confirmed, person: colleague });
    expect(await readDocument(database(), id)).toMatchObject({ reviewed_by: colleague.accountId });
  });
});
