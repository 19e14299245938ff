import { createNativeTestDatabase } from '@gudbro/supabase-local/native';
import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { findPlaceId } from '@/testing/find-place-id';
import { handInDocument } from '@/testing/hand-in-document';
import { submitAs, useDatabase } from '@/testing/next-request';
import { type SignedInAccount, signUpAccount } from '@/testing/sign-up-account';
import { addDeskDocumentAction } from './desk-actions.ts';
import { openFields } from './open-fields.ts';
import { erasePersonAction } from './person-actions.ts';
import { respondWithPersonArchive } from './person-archive.ts';
import { planErasure } from './person-queries.ts';
import { listDocuments, openDocument } from './queries.ts';

vi.mock('next/headers', () => import('@/testing/next-request'));
vi.mock('next/cache', () => import('@/testing/next-request'));

const place = 'sunset-hotel';

let db: TestDatabase;
let owner: SignedInAccount;
let staff: SignedInAccount;
let housekeeper: SignedInAccount;
let otherOwner: SignedInAccount;
let sunset: string;
let booking: string;

beforeAll(async () => {
  db = await createNativeTestDatabase({ seed: true });
  await useDatabase(db);
  owner = await signUpAccount(db, 'owner@example.com');
  staff = await signUpAccount(db, 'staff@example.com');
  housekeeper = await signUpAccount(db, 'housekeeper@example.com');
  otherOwner = await signUpAccount(db, 'other@example.com');
  sunset = await findPlaceId(db, place);
  const [row] = await db.sql<{ id: string }>(
    `select id from public.accom_bookings where booking_code = 'BK-GUEST2'`,
  );
  booking = row?.id ?? '';
});

afterAll(() => db.close());

const typed = {
  type: 'passport',
  person: '',
  surname: 'MUSTERMANN',
  nationality: 'DE',
  documentNumber: 'C01X0006H',
};
const add = (account: SignedInAccount, more: Record<string, string> = {}) =>
  submitAs(account, addDeskDocumentAction, { place, booking, id: crypto.randomUUID(), ...typed, ...more });
const ofBooking = () => listDocuments(owner.client, sunset, { bookingId: booking });

test('staff write down a document that they hold: it is checked and seen in person at once', async () => {
  const id = crypto.randomUUID();
  expect(await add(staff, { id })).toMatchObject({ ok: true, done: 'documentAdded' });
  expect(await add(staff, { id })).toMatchObject({ ok: true });
  const documents = (await ofBooking()).filter((one) => one.id === id);
  expect(documents).toMatchObject([{ status: 'verified', pages: 0, nationality: 'DE' }]);
  expect(documents[0]?.seenAt).not.toBeNull();
  const opened = await openDocument(owner.client, sunset, id);
  expect(await openFields(sunset, opened)).toContainEqual({ field: 'documentNumber', value: 'C01X0006H' });
});

test('a housekeeper, another owner and staff who see no documents write none down', async () => {
  const before = (await ofBooking()).length;
  expect(await add(housekeeper)).toMatchObject({ error: 'forbidden' });
  expect(await add(otherOwner)).toMatchObject({ error: 'not_found' });
  expect(await add(otherOwner, { place: 'quiet-house' })).toMatchObject({ error: 'not_found' });
  const switchOf = (sees: boolean) =>
    db.sql(
      `update public.property_members set sees_documents = $1
       where property_id = $2 and account_id = $3`,
      [sees, sunset, staff.accountId],
    );
  await switchOf(false);
  expect(await add(staff)).toMatchObject({ error: 'forbidden' });
  await switchOf(true);
  expect(await ofBooking()).toHaveLength(before);
});

test.each([
  ['a day without a meaning', { birthDate: '1990-02-30' }, { birthDate: 'not_a_day' }],
  ['half a day', { birthDate: '1990' }, { birthDate: 'not_a_day' }],
  ['a year with a digit too few', { birthDate: '0199-05-17' }, { birthDate: 'year_is_wrong' }],
  ['a year with a digit too many', { expiryDate: '20310-05-17' }, { expiryDate: 'year_is_wrong' }],
  ['a visa that ended long ago', { visaExpiryDate: '1999-12-31' }, { visaExpiryDate: 'year_is_wrong' }],
  ['a birth that is still to come', { birthDate: '2199-12-31' }, { birthDate: 'in_the_future' }],
  ['a name without end', { surname: 'x'.repeat(101) }, { surname: 'too_long' }],
  ['a country that has no code', { nationality: 'Germany' }, { nationality: 'invalid' }],
  ['nothing in it', { surname: ' ', nationality: '', documentNumber: '' }, { surname: 'required' }],
])('%s is refused beside its field, and nothing is written down', async (_, more, fields) => {
  const before = (await ofBooking()).length;
  expect(await add(staff, more)).toMatchObject({ ok: false, error: 'invalid_request', fields });
  expect(await ofBooking()).toHaveLength(before);
});

test('where no field is asked for, a document without any is written down', async () => {
  const bare = { place, booking, id: crypto.randomUUID(), type: 'passport', person: '' };
  expect(await submitAs(staff, addDeskDocumentAction, bare)).toMatchObject({ ok: true });
});

test('what the place chose not to keep is not written down', async () => {
  await db.sql(`update public.accom_properties set document_fields = '{surname}' where id = $1`, [sunset]);
  const id = crypto.randomUUID();
  expect(await add(staff, { id })).toMatchObject({ ok: true });
  const [added] = (await ofBooking()).filter((one) => one.id === id);
  expect(added).toMatchObject({ fieldNames: ['surname'], nationality: null });
  await db.sql('update public.accom_properties set document_fields = null where id = $1', [sunset]);
});

/** Stores a photo of a report of the guest, and returns its path and the end of it. */
async function storePhoto(): Promise<{ path: string; name: string }> {
  const name = `${crypto.randomUUID()}.webp`;
  const path = `${sunset}/${crypto.randomUUID()}/${name}`;
  await db
    .client('service_role')
    .storage.from('incident-photos')
    .upload(path, Buffer.from('a photo'), { contentType: 'image/webp' });
  await db.sql(
    `insert into public.incidents (property_id, room_id, booking_id, title, photos)
     select property_id, room_id, id, 'The lamp is broken', array[$2] from public.accom_bookings where id = $1`,
    [booking, path],
  );
  return { path, name };
}

test("a guest's archive has the data as JSON, each page of their documents and their photos, and is for managers alone", async () => {
  await db.sql(
    `update public.accom_properties set access_settings = access_settings || '{"documents": "image"}' where id = $1`,
    [sunset],
  );
  const id = await handInDocument(db, { fields: { surname: 'Johnson' }, pages: 2 });
  const { name: photo } = await storePhoto();
  const response = await respondWithPersonArchive(owner.client, { id: sunset, slug: place }, booking);
  expect(response.headers.get('cache-control')).toBe('no-store');
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining(['data.json', `documents/${id}/page-1.jpg`, `documents/${id}/page-2.jpg`]),
  );
  expect(Buffer.from(files[`documents/${id}/page-1.jpg`] ?? []).subarray(0, 2)).toEqual(
    Buffer.from([0xff, 0xd8]),
  );
  expect(strFromU8(files[`reports/${photo}`] ?? new Uint8Array())).toBe('a photo');
  const data = strFromU8(files['data.json'] ?? new Uint8Array());
  expect(data).toContain('Johnson');
  expect(data).toContain(`"reports/${photo}"`);
  expect(data).not.toMatch(/sealedFields|fieldsKey|wrappedKey/);
  await expect(
    respondWithPersonArchive(staff.client, { id: sunset, slug: place }, booking),
  ).rejects.toMatchObject({ code: 'forbidden' });
});

test('what Storage has lost is named in the archive, and the rest of it is there', async () => {
  const document = await handInDocument(db, { fields: { surname: 'Johnson' }, pages: 1 });
  const { name, path } = await storePhoto();
  const [row] = await db.sql<{ stored: string }>(
    'select storage_path as stored from public.accom_guest_documents where id = $1',
    [document],
  );
  const storage = db.client('service_role').storage;
  await storage.from('guest-documents').remove([row?.stored ?? '']);
  await storage.from('incident-photos').remove([path]);
  const response = await respondWithPersonArchive(owner.client, { id: sunset, slug: place }, booking);
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  const { missing, documents } = JSON.parse(strFromU8(files['data.json'] ?? new Uint8Array()));
  expect(missing).toEqual([`documents/${document}/page-1.jpg`, `reports/${name}`]);
  expect(documents.some((one: { id: string }) => one.id === document)).toBe(true);
});

test('a manager erases a guest and says why; what the desk needs stays while the stay is on', async () => {
  const form = { place, booking, reason: 'The guest asked for it.' };
  expect(await submitAs(staff, erasePersonAction, form)).toMatchObject({ error: 'forbidden' });
  expect(await submitAs(owner, erasePersonAction, { ...form, reason: '' })).toMatchObject({ ok: false });
  expect(await submitAs(owner, erasePersonAction, form)).toMatchObject({ ok: true, done: 'personErased' });
  expect(await ofBooking()).toEqual([]);
  const plan = await planErasure(owner.client, sunset, booking);
  expect(new Set(plan.map(({ rule, isAsked }) => `${rule} ${isAsked}`))).toEqual(
    new Set(['stay_is_on true']),
  );
});
