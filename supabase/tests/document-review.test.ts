import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import { call, conflict, forbidden, impossible, notFound, undoLast } from './support/desk-calls.ts';
import {
  begin,
  documentBucket,
  insertDocument,
  listDocuments,
  listOwn,
  makeDocument,
  makeDocumentPlace,
  makeStay,
  openDocument,
  readDocument,
  sealed,
  storeSealed,
  takeSight,
  useGrant,
} from './support/document-calls.ts';
import type { Booking, Property } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import type { Subject } from './support/order-calls.ts';
import { type Member, type Person, runOnConnection, signUpMember, staysServer } from './support/people.ts';

onNativePostgres('the review of a document', {}, (database) => {
  let property: Property;
  let manager: Member;
  let staff: Member;
  let colleague: Member;
  let subject: Subject;
  let booking: Booking;
  let id: string;
  let path: string;

  beforeAll(async () => {
    property = await makeDocumentPlace(database());
    manager = await signUpMember(database(), property.id, 'manager');
    staff = await signUpMember(database(), property.id, 'staff');
    colleague = await signUpMember(database(), property.id, 'staff');
  });
  beforeEach(async () => {
    ({ subject, booking } = await makeStay(database(), property));
    ({ id, path } = await makeDocument(database(), subject));
  });

  const own = async () => {
    const documents = await listDocuments(database(), staff, property, { booking: booking.id });
    return documents.find((one) => one.id === id);
  };
  const review = async (
    status: string,
    reason: string | null = null,
    { version, person = staff }: { version?: string; person?: Person } = {},
  ) =>
    call(database(), person, 'review_document', {
      ...{ property_id: property.id, document_id: id, status, reason },
      confirmed: status === 'verified' ? sealed.fieldNames : [],
      version: version ?? (await own())?.version,
    });
  const see = (person: Person = staff) =>
    call(database(), person, 'see_document', { property_id: property.id, document_id: id });
  const illegal = (from: string, to: string) => ({
    code: 'PT409',
    message: 'illegal_step',
    detail: { from, to },
  });
  const kindsOf = async (person: Member) => {
    const rows = await database().sql<{ kind: string }>(
      `select kind from public.notifications where thing_id = $1 and account_id = $2 and settled_at is null order by kind`,
      [id, person.accountId],
    );
    return rows.map(({ kind }) => kind);
  };
  it.each([
    ['verified', null],
    ['rejected', 'The picture is blurred'],
  ])('makes it %s, says who did it and when, and settles that it waits', async (status, reason) => {
    expect(await kindsOf(colleague)).toEqual(['document_new']);
    await review(status, reason);
    expect(await own()).toMatchObject({
      status,
      rejectionReason: reason,
      reviewedAt: expect.any(String),
      reviewedBy: expect.any(String),
    });
    expect(await readDocument(database(), id)).toMatchObject({ reviewed_by: staff.accountId });
    expect(await kindsOf(colleague)).toEqual([]);
    expect((await listOwn(database(), subject)).documents).toMatchObject([
      { status, rejectionReason: reason, pictureRule: status },
    ]);
    const [entry] = await database().sql(
      `select account_id, detail from public.audit_log where row_id = $1 and action = 'changed'`,
      [id],
    );
    expect(entry).toEqual({
      account_id: staff.accountId,
      detail:
        status === 'verified'
          ? {
              from: { status: 'pending', confirmed_fields: [] },
              to: { status, confirmed_fields: sealed.fieldNames },
            }
          : { from: { status: 'pending' }, to: { status } },
    });
  });

  it('takes legal steps only: each document is checked once', async () => {
    expect(await catchDatabaseError(review('pending'))).toEqual(illegal('pending', 'pending'));
    await review('verified');
    for (const status of ['verified', 'rejected', 'pending']) {
      expect(await catchDatabaseError(review(status, 'Blurred'))).toEqual(illegal('verified', status));
    }
  });

  it.each([
    ['a rejection without a reason', 'rejected', null],
    ['a rejection with an empty reason', 'rejected', '  '],
    ['a rejection with a reason without end', 'rejected', 'x'.repeat(501)],
    ['a reason where nothing was rejected', 'verified', 'All fine'],
  ])('refuses %s', async (_, status, reason) => {
    expect(await catchDatabaseError(review(status, reason))).toEqual(impossible('rejection_needs_a_reason'));
    expect(await own()).toMatchObject({ status: 'pending' });
  });

  it('refuses a version that somebody else has changed since', async () => {
    const version = (await own())?.version ?? '';
    await see(colleague);
    expect(await catchDatabaseError(review('verified', null, { version }))).toEqual(
      conflict('changed_meanwhile'),
    );
    await review('verified');
  });

  it('finds nothing that is not complete, nor what another place has', async () => {
    const begun = await begin(database(), subject);
    const seeAs = (document_id: string, person: Person, property_id = property.id) =>
      call(database(), person, 'see_document', { property_id, document_id });
    expect(await catchDatabaseError(seeAs(begun.id, staff))).toEqual(notFound);
    const elsewhere = await makeDocumentPlace(database());
    const other = await signUpMember(database(), elsewhere.id, 'owner');
    expect(await catchDatabaseError(seeAs(id, other, elsewhere.id))).toEqual(notFound);
    expect(await catchDatabaseError(seeAs(id, other))).toEqual(notFound);
  });

  describe('that is undone', () => {
    it('within ten minutes leaves the document pending with its picture, and it waits for the desk again', async () => {
      await review('rejected', 'The picture is blurred');
      await undoLast(database(), staff, id);
      expect(await own()).toMatchObject({
        status: 'pending',
        rejectionReason: null,
        reviewedAt: null,
        reviewedBy: null,
        imageErasedAt: null,
        pages: 2,
      });
      expect(await kindsOf(colleague)).toEqual(['document_new']);
      const { grants } = await openDocument(database(), staff, property, id);
      expect(await useGrant(database(), staff, property, grants[0])).toMatchObject({ path });
      const object = await staff.client.storage.from(documentBucket).download(path);
      expect(object.error).toBeNull();
      await review('verified');
    });

    it('by somebody else, or later, needs a manager and a reason', async () => {
      await review('verified');
      const [entry] = await database().sql<{ id: string }>(
        `select id from public.audit_log where row_id = $1 and action = 'changed'`,
        [id],
      );
      const undo = (person: Person, reason: string | null) =>
        call(database(), person, 'undo_change', { change_id: entry?.id, reason });
      await expect(undo(colleague, 'A mistake')).rejects.toMatchObject({ message: 'forbidden' });
      await expect(undo(manager, null)).rejects.toMatchObject({ message: 'invalid_request' });
      await undo(manager, 'A mistake');
      expect(await own()).toMatchObject({ status: 'pending' });
    });

    it('needs a member who sees documents', async () => {
      const blind = await signUpMember(database(), property.id, 'manager');
      await review('verified', null, { person: blind });
      await takeSight(database(), blind);
      expect(await catchDatabaseError(undoLast(database(), blind, id, 'A mistake'))).toEqual(forbidden);
      expect(await own()).toMatchObject({ status: 'verified' });
    });

    it('is not done again by undoing that in its turn: the document has to be checked anew', async () => {
      await review('verified');
      await undoLast(database(), staff, id);
      expect(await catchDatabaseError(undoLast(database(), staff, id))).toEqual(
        conflict('changed_meanwhile'),
      );
      expect(await own()).toMatchObject({ status: 'pending' });
    });

    it('is not possible once the document is erased', async () => {
      await review('rejected', 'The picture is blurred');
      await call(database(), manager, 'erase_document_now', { document_id: id, reason: 'Asked by mail' });
      const [entry] = await database().sql<{ id: string }>(
        `select id from public.audit_log where row_id = $1 and action = 'changed'`,
        [id],
      );
      expect(
        await catchDatabaseError(
          call(database(), staff, 'undo_change', { change_id: entry?.id, reason: null }),
        ),
      ).toEqual(conflict('changed_meanwhile'));
    });
  });

  describe('in person', () => {
    it('is an event of its own, before or after the review', async () => {
      await see();
      expect(await own()).toMatchObject({
        status: 'pending',
        seenAt: expect.any(String),
        seenBy: expect.any(String),
        reviewedAt: null,
      });
      await review('verified');
      expect(await own()).toMatchObject({ status: 'verified', seenAt: expect.any(String) });
      expect(await readDocument(database(), id)).toMatchObject({ seen_by: staff.accountId });
    });

    it('is not what a review says', async () => {
      await review('verified');
      expect(await own()).toMatchObject({ status: 'verified', seenAt: null, seenBy: null });
    });

    it('is of the first who saw it, and can be undone', async () => {
      await see();
      await see(colleague);
      expect(await readDocument(database(), id)).toMatchObject({ seen_by: staff.accountId });
      await undoLast(database(), staff, id);
      expect(await readDocument(database(), id)).toMatchObject({ seen_at: null, seen_by: null });
      // Nobody is noted as having seen it without a name.
      expect(await catchDatabaseError(undoLast(database(), staff, id))).toEqual(
        conflict('changed_meanwhile'),
      );
    });
  });

  describe('in the list', () => {
    it('the ones that wait come first, the oldest of them first, and then the newest of the others', async () => {
      const place = await makeDocumentPlace(database());
      const desk = await signUpMember(database(), place.id, 'staff');
      const { booking: stay } = await makeStay(database(), place);
      const at = (minute: number) => `2026-03-11T04:0${minute}:00Z`;
      const verified = { status: 'verified', reviewed_at: at(9) };
      const made: string[] = [];
      for (const [minute, columns] of [{}, verified, {}, verified].entries()) {
        made.push((await insertDocument(database(), stay, { created_at: at(minute), ...columns })).id);
      }
      const ids = async (args: Parameters<typeof listDocuments>[3] = {}) =>
        (await listDocuments(database(), desk, place, args)).map((one) => one.id);
      const inOrder = [made[0], made[2], made[3], made[1]];
      expect(await ids()).toEqual(inOrder);
      expect(await ids({ status: 'verified' })).toEqual([made[3], made[1]]);
      expect(await ids({ skipped: 1 })).toEqual(inOrder.slice(1));
      expect(await ids({ booking: crypto.randomUUID() })).toEqual([]);
      await insertDocument(database(), stay, { stored_at: null });
      expect(await ids()).toEqual(inOrder);
    });

    it('the same number is named at each of the place that has it, and at no other place', async () => {
      const other = await makeStay(database(), property);
      const number_digest = crypto.randomUUID();
      const twin = await insertDocument(database(), other.booking, { number_digest });
      await insertDocument(database(), other.booking, { number_digest, stored_at: null });
      const elsewhere = await makeStay(database(), await makeDocumentPlace(database()));
      await insertDocument(database(), elsewhere.booking, { number_digest });
      const sameAs = async () => (await own())?.['sameNumber'];
      expect(await sameAs()).not.toContainEqual(expect.objectContaining({ id: twin.id }));
      await database().sql('update public.accom_guest_documents set number_digest = $2 where id = $1', [
        id,
        number_digest,
      ]);
      expect(await sameAs()).toEqual([{ id: twin.id, bookingId: other.booking.id, name: 'Sarah Johnson' }]);
    });

    it('nothing sealed is said', async () => {
      const text = JSON.stringify(await listDocuments(database(), staff, property));
      const { pages: _pages, bytes: _bytes, fieldNames: _names, ...secrets } = sealed;
      for (const secret of [...Object.values(secrets), path]) expect(text).not.toContain(secret);
    });
  });
});

onNativePostgres('a document at the same time', {}, (database) => {
  it('is checked by one of two members, and the other learns that it was', async () => {
    const property = await makeDocumentPlace(database());
    const people = await Promise.all(
      Array.from({ length: 6 }, () => signUpMember(database(), property.id, 'staff')),
    );
    const { id } = await makeDocument(database(), (await makeStay(database(), property)).subject);
    const [row] = await database().sql<{ version: Date }>(
      'select updated_at as version from public.accom_guest_documents where id = $1',
      [id],
    );
    const version = row?.version ?? new Date(0);
    const connections = database().connect({ max: people.length });
    const outcomes = await Promise.allSettled(
      people.map((person, index) =>
        runOnConnection(connections, person, (sql) =>
          index % 2 === 0
            ? sql`select public.review_document(${property.id}, ${id}, ${version}, 'verified', null, ${sealed.fieldNames})`
            : sql`select public.review_document(${property.id}, ${id}, ${version}, 'rejected', 'Blurred')`,
        ),
      ),
    );
    await connections.end();
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const messages = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason.message] : []));
    expect(messages).toEqual(Array(5).fill('conflict'));
  });

  it('is completed and given up by one of the two, however they meet', async () => {
    const property = await makeDocumentPlace(database());
    for (let round = 0; round < 5; round += 1) {
      const { subject } = await makeStay(database(), property);
      const begun = await begin(database(), subject);
      await storeSealed(database(), begun.path);
      const connections = database().connect({ max: 2 });
      const stored = { ...sealed, path: begun.path };
      const run = async (text: 'finish' | 'give up') =>
        runOnConnection(connections, staysServer, async (sql) => {
          const [row] =
            text === 'finish'
              ? await sql`select public.finish_guest_document(${sql.json(subject)}, ${begun.id}, ${sql.json(stored)}) as outcome`
              : await sql`select public.give_up_document(${sql.json(subject)}, ${begun.id}, ${begun.path}) as outcome`;
          return row?.['outcome'].ok === true;
        });
      const [finished, gaveUp] = await Promise.all([run('finish'), run('give up')]);
      await connections.end();
      expect([finished, gaveUp].filter(Boolean)).toHaveLength(1);
      expect((await readDocument(database(), begun.id)) !== undefined).toBe(finished);
    }
  });
});
