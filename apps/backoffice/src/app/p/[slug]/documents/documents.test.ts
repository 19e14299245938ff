import { createNativeTestDatabase } from '@gudbro/supabase-local/native';
import type { TestDatabase } from '@gudbro/supabase-local/testing';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { GET } from '@/app/p/[slug]/documents/picture/[grant]/route';
import {
  eraseDocumentAction,
  holdDocumentAction,
  reviewDocumentAction,
  seeDocumentAction,
} from '@/features/documents/actions';
import { readDocumentFilter, readSkipped } from '@/features/documents/document-filter';
import { openFields } from '@/features/documents/open-fields';
import { listDocuments, listEndingVisas, openDocument } from '@/features/documents/queries';
import { findNeighbours } from '@/features/documents/waiting';
import { undoChangeAction } from '@/shell/toast/undo-change-action';
import { findPlaceId } from '@/testing/find-place-id';
import { handInDocument } from '@/testing/hand-in-document';
import { submitAs, useDatabase, withPerson } from '@/testing/next-request';
import { type SignedInAccount, signUpAccount } from '@/testing/sign-up-account';

vi.mock('next/headers', () => import('@/testing/next-request'));
vi.mock('next/cache', () => import('@/testing/next-request'));

const place = 'sunset-hotel';
const fields = {
  surname: 'Johnson',
  givenNames: 'Sarah',
  nationality: 'AU',
  documentNumber: 'PA1234567',
  birthDate: '1990-05-17',
};

let db: TestDatabase;
let owner: SignedInAccount;
let staff: SignedInAccount;
let housekeeper: SignedInAccount;
let otherOwner: SignedInAccount;
let sunset: string;

beforeAll(async () => {
  db = await createNativeTestDatabase({ seed: true });
  await useDatabase(db);
  owner = await signUpAccount(db, 'owner@example.com');
  staff = await signUpAccount(db, 'staff@example.com');
  housekeeper = await signUpAccount(db, 'housekeeper@example.com');
  otherOwner = await signUpAccount(db, 'other@example.com');
  sunset = await findPlaceId(db, place);
  await db.sql(
    `update public.accom_properties set access_settings = access_settings || '{"documents": "image"}' where id = $1`,
    [sunset],
  );
});

afterAll(() => db.close());

const bookingOf = async (id: string) =>
  (await listDocuments(owner.client, sunset)).find((one) => one.id === id)?.bookingId ?? '';
const review = async (account: SignedInAccount, id: string, more: Record<string, string>) => {
  const { version, fieldNames } = await openDocument(owner.client, sunset, id);
  const confirmed = more['status'] === 'verified' ? fieldNames.join() : '';
  const form = { place, id, booking: await bookingOf(id), version, reason: '', confirmed, ...more };
  return submitAs(account, reviewDocumentAction, form);
};
const load = (account: SignedInAccount | null, grant: string, slug = place) =>
  withPerson(account, () =>
    GET(new Request('http://localhost'), { params: Promise.resolve({ slug, grant }) }),
  );
const countLooks = async (id: string) =>
  (await db.sql(`select from public.audit_log where row_id = $1 and action = 'document_image_viewed'`, [id]))
    .length;

test('a document is listed without a word of what it says, and opens with all of it', async () => {
  const id = await handInDocument(db, { fields, pages: 2 });
  const listed = (await listDocuments(staff.client, sunset)).find((one) => one.id === id);
  expect(listed).toMatchObject({ status: 'pending', name: 'Sarah Johnson', room: '203', pages: 2 });
  expect(JSON.stringify(listed)).not.toContain('PA1234567');
  const opened = await openDocument(staff.client, sunset, id);
  const facts = await openFields(sunset, opened);
  expect(Object.fromEntries(facts.map(({ field, value }) => [field, value]))).toEqual(fields);
  expect(opened.grants).toHaveLength(2);
  expect(opened.views).toHaveLength(1);
});

test('another owner finds no document, and who does not see documents reads none', async () => {
  const id = await handInDocument(db);
  await expect(listDocuments(otherOwner.client, sunset)).rejects.toMatchObject({ code: 'not_found' });
  await expect(openDocument(otherOwner.client, sunset, id)).rejects.toMatchObject({ code: 'not_found' });
  const quiet = await findPlaceId(db, 'quiet-house');
  await expect(openDocument(otherOwner.client, quiet, id)).rejects.toMatchObject({ code: 'not_found' });
  await expect(listDocuments(housekeeper.client, sunset)).rejects.toMatchObject({ code: 'forbidden' });
  await setSight(false);
  await expect(listDocuments(staff.client, sunset)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(openDocument(staff.client, sunset, id)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(listEndingVisas(staff.client, sunset)).rejects.toMatchObject({ code: 'forbidden' });
  expect(await review(staff, id, { status: 'verified' })).toMatchObject({ error: 'forbidden' });
  await setSight(true);
});

const setSight = (sees: boolean) =>
  db.sql(
    'update public.property_members set sees_documents = $3 where property_id = $1 and account_id = $2',
    [sunset, staff.accountId, sees],
  );

test('a page of a picture loads once, marked, as a JPEG that nothing stores or runs', async () => {
  const id = await handInDocument(db, { pages: 2 });
  const { grants } = await openDocument(staff.client, sunset, id);
  const response = await load(staff, grants[1] ?? '');
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'cache-control': 'no-store',
    'content-disposition': 'inline',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cross-origin-resource-policy': 'same-origin',
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 700, height: 420 });
  const { channels } = await sharp(bytes).stats();
  expect(Math.min(...channels.map(({ max, min }) => max - min))).toBeGreaterThan(60);
  expect(await countLooks(id)).toBe(1);
});

test('a grant that was used, is of another member or is none has no bytes, and nothing is noted', async () => {
  const id = await handInDocument(db);
  const { grants } = await openDocument(staff.client, sunset, id);
  const [grant = ''] = grants;
  for (const other of [owner, otherOwner, housekeeper]) {
    const refused = await load(other, grant);
    expect([refused.status, refused.headers.get('content-type')]).toEqual([
      other === housekeeper ? 403 : 404,
      'application/json',
    ]);
  }
  expect((await load(null, grant)).status).toBe(401);
  expect((await load(staff, grant, 'quiet-house')).status).toBe(404);
  expect((await load(staff, crypto.randomUUID())).status).toBe(404);
  expect((await load(staff, 'x')).status).toBe(404);
  expect(await countLooks(id)).toBe(0);
  expect((await load(staff, grant)).status).toBe(200);
  expect((await load(staff, grant)).status).toBe(404);
  expect(await countLooks(id)).toBe(1);
});

test('where a look cannot be noted, no byte leaves', async () => {
  const id = await handInDocument(db);
  const { grants } = await openDocument(staff.client, sunset, id);
  await db.sql(
    `create function private.refuse_note() returns trigger language plpgsql as $$ begin raise 'disk is full'; end $$`,
  );
  await db.sql(
    `create trigger refuse_note before insert on public.audit_log for each row
     when (new.action = 'document_image_viewed') execute function private.refuse_note()`,
  );
  const refused = await load(staff, grants[0] ?? '');
  expect([refused.status, await refused.json()]).toEqual([404, { error: 'not_found' }]);
  await db.sql('drop trigger refuse_note on public.audit_log');
  // Nothing of the call was done, so the grant is still good.
  expect((await load(staff, grants[0] ?? '')).status).toBe(200);
});

test('who may look no more loads nothing with a grant from before', async () => {
  const id = await handInDocument(db);
  const { grants } = await openDocument(staff.client, sunset, id);
  await setSight(false);
  expect((await load(staff, grants[0] ?? '')).status).toBe(404);
  await setSight(true);
});

test('staff verify a document, go on to the next one that waits, and undo it', async () => {
  const [first, second] = [await handInDocument(db), await handInDocument(db)];
  const done = await review(staff, first, { status: 'verified' });
  expect(done).toMatchObject({ ok: true, done: 'documentVerified', goTo: `/p/${place}/documents/${second}` });
  const changeId = done?.ok === true ? (done.changeId ?? '') : '';
  expect(await openDocument(owner.client, sunset, first)).toMatchObject({ status: 'verified' });
  expect(await submitAs(staff, undoChangeAction, { place, changeId })).toMatchObject({ ok: true });
  expect(await openDocument(owner.client, sunset, first)).toMatchObject({
    status: 'pending',
    reviewedBy: null,
  });
});

test('which fields were compared is stored with the decision, and verifying needs all of them', async () => {
  const id = await handInDocument(db, { fields });
  const verify = { status: 'verified', confirmed: 'surname' };
  expect(await review(staff, id, verify)).toMatchObject({ reason: 'fields_are_unconfirmed' });
  expect(await review(staff, id, { ...verify, confirmed: 'surname,x' })).toMatchObject({ ok: false });
  expect(await review(housekeeper, id, { status: 'verified' })).toMatchObject({ error: 'forbidden' });
  expect(await review(otherOwner, id, { status: 'verified' })).toMatchObject({ error: 'not_found' });
  expect(await openDocument(owner.client, sunset, id)).toMatchObject({
    status: 'pending',
    confirmedFields: [],
  });
  expect(await review(staff, id, { status: 'verified' })).toMatchObject({ ok: true });
  const opened = await openDocument(owner.client, sunset, id);
  expect(opened.confirmedFields.toSorted()).toEqual(Object.keys(fields).toSorted());
  // The form offers to confirm what it shows, and SQL wants all that the document has.
  const facts = await openFields(sunset, opened);
  expect(facts.map(({ field }) => field).toSorted()).toEqual(opened.fieldNames.toSorted());
});

test('a rejection needs a reason, which is stored as it was written', async () => {
  const id = await handInDocument(db);
  expect(await review(staff, id, { status: 'rejected' })).toMatchObject({ fields: { reason: 'required' } });
  const reason = 'Ảnh bị mờ. Vui lòng chụp lại.';
  expect(await review(staff, id, { status: 'rejected', reason })).toMatchObject({ ok: true });
  expect(await openDocument(owner.client, sunset, id)).toMatchObject({ rejectionReason: reason });
});

test('of two who decide, the second learns what the first has done', async () => {
  const id = await handInDocument(db);
  const { version, bookingId } = await openDocument(owner.client, sunset, id);
  await review(staff, id, { status: 'rejected', reason: 'Too dark' });
  const form = { place, id, booking: bookingId, version, status: 'verified', reason: '', confirmed: '' };
  expect(await submitAs(owner, reviewDocumentAction, form)).toMatchObject({
    error: 'conflict',
    reason: 'changed_meanwhile',
    theirs: { status: 'rejected', reason: 'Too dark', who: expect.stringMatching(/./) },
  });
});

test('that a document was seen in person is noted, by whom, and can be undone', async () => {
  const id = await handInDocument(db);
  const done = await submitAs(staff, seeDocumentAction, { place, id });
  expect(done).toMatchObject({ ok: true, done: 'documentSeen', changeId: expect.any(String) });
  const seen = await openDocument(owner.client, sunset, id);
  expect(seen).toMatchObject({ status: 'pending', seenAt: expect.any(String), seenBy: expect.any(String) });
  expect(await submitAs(housekeeper, seeDocumentAction, { place, id })).toMatchObject({ error: 'forbidden' });
});

test('an owner holds a document, nobody erases it then, and a manager erases it with a reason', async () => {
  const id = await handInDocument(db);
  const booking = await bookingOf(id);
  const erase = (account: SignedInAccount, reason: string) =>
    submitAs(account, eraseDocumentAction, { place, id, booking, reason });
  const hold = { place, id, reason: 'The police ask for it' };
  expect(await submitAs(staff, holdDocumentAction, hold)).toMatchObject({ error: 'forbidden' });
  expect(await submitAs(owner, holdDocumentAction, hold)).toMatchObject({ ok: true, done: 'documentHeld' });
  expect(await erase(owner, 'Asked')).toMatchObject({ reason: 'document_is_held' });
  await db.sql('update public.accom_guest_documents set hold_reason = null where id = $1', [id]);
  expect(await erase(staff, 'Asked')).toMatchObject({ error: 'forbidden' });
  expect(await erase(otherOwner, 'Asked')).toMatchObject({ error: 'not_found' });
  expect(await erase(owner, '')).toMatchObject({ fields: { reason: 'required' } });
  expect(await erase(owner, 'The guest asked')).toMatchObject({ ok: true, done: 'documentErased' });
  await expect(openDocument(owner.client, sunset, id)).rejects.toMatchObject({ code: 'not_found' });
});

test('the same number on two documents is told, however it is written', async () => {
  const own = await handInDocument(db, { fields: { documentNumber: 'XK 998-877' }, personName: 'Linh Tran' });
  const other = await handInDocument(db, { fields: { documentNumber: 'xk998877' }, personName: 'Minh Tran' });
  const { sameNumber } = await openDocument(owner.client, sunset, own);
  expect(sameNumber).toEqual([{ id: other, bookingId: await bookingOf(other), name: 'Minh Tran' }]);
});

test('a visa that ends soon is listed with its days, by the calendar of the place', async () => {
  const day = new Date(Date.now() + 5 * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10);
  const id = await handInDocument(db, { fields: { visaExpiryDate: day }, personName: 'Anna Visa' });
  const visas = await listEndingVisas(staff.client, sunset);
  expect(visas.find((one) => one.id === id)).toMatchObject({ daysLeft: 5, visaExpiryDate: day });
});

test('the queue goes on at its other end, and one document alone has no neighbours', () => {
  const at = (id: string, minute: number) => ({ id, createdAt: `2026-11-29T10:0${minute}:00Z` });
  const [a, b, c] = [at('a', 1), at('b', 2), at('c', 3)];
  expect(findNeighbours([a, b, c], b)).toEqual({ previous: 'a', next: 'c' });
  expect(findNeighbours([a, b, c], c)).toEqual({ previous: 'b', next: 'a' });
  expect(findNeighbours([a, b, c], a)).toEqual({ previous: 'c', next: 'b' });
  expect(findNeighbours([a, c], b)).toEqual({ previous: 'a', next: 'c' });
  expect(findNeighbours([a], a)).toEqual({ previous: null, next: null });
});

test('what cannot be chosen in an address is left out', () => {
  expect(readDocumentFilter({ status: 'verified' })).toEqual({ status: 'verified' });
  expect(readDocumentFilter({ status: ['pending', 'x'] })).toEqual({ status: '' });
  expect([readSkipped({ after: '100' }), readSkipped({ after: '-1' }), readSkipped({})]).toEqual([100, 0, 0]);
});
