import { findKeptData } from '@gudbro/domain';
import { createNativeTestDatabase } from '@gudbro/supabase-local/native';
import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { findPlaceId } from '@/testing/find-place-id';
import { submitAs, useDatabase } from '@/testing/next-request';
import { type SignedInAccount, signUpAccount } from '@/testing/sign-up-account';
import { saveAccessSettingsAction } from './actions.ts';
import { readChosen, startWith } from './chosen-documents.ts';
import { saveDocumentSettingsAction } from './document-actions.ts';
import { formValues } from './form-values.ts';
import { readSettings } from './queries.ts';

vi.mock('next/headers', () => import('@/testing/next-request'));
vi.mock('next/cache', () => import('@/testing/next-request'));

let db: TestDatabase;
let owner: SignedInAccount;
let staff: SignedInAccount;
let otherOwner: SignedInAccount;
let sunset: string;

beforeAll(async () => {
  db = await createNativeTestDatabase({ seed: true });
  await useDatabase(db);
  owner = await signUpAccount(db, 'owner@example.com');
  staff = await signUpAccount(db, 'staff@example.com');
  otherOwner = await signUpAccount(db, 'other@example.com');
  sunset = await findPlaceId(db, 'sunset-hotel');
});

afterAll(() => db.close());

const read = () => readSettings(owner.client, sunset);

/** The form as a browser sends it, with these changes. A switch that is off is not sent. */
async function fill(changes: Record<string, string | boolean> = {}) {
  const settings = await read();
  const values = Object.entries<string | boolean>({ ...formValues.documents(settings), ...changes });
  const sent = values
    .filter(([, value]) => value !== false)
    .map(([name, value]) => [name, value === true ? 'on' : value]);
  return { place: 'sunset-hotel', version: settings.version, ...Object.fromEntries(sent) };
}

test('a manager chooses what is kept, and all that the law allows is stored as no choice', async () => {
  const some = await fill({
    mode: 'fields_only',
    retentionDays: '7',
    field_sex: false,
    field_visaType: false,
  });
  expect(await submitAs(owner, saveDocumentSettingsAction, some)).toMatchObject({ ok: true, done: 'saved' });
  const saved = await read();
  expect(saved.access.documents).toBe('fields_only');
  expect(saved.retentionDays).toBe(7);
  expect(saved.documentFields).not.toContain('sex');
  expect(saved.documentFields).toContain('surname');
  await submitAs(owner, saveDocumentSettingsAction, await fill({ field_sex: true, field_visaType: true }));
  expect((await read()).documentFields).toBeNull();
});

test('documents that are asked for without any detail are refused, and asked for none they are not', async () => {
  const none = Object.fromEntries(findKeptData('VN').fields.map((field) => [`field_${field}`, false]));
  expect(
    await submitAs(owner, saveDocumentSettingsAction, await fill({ ...none, mode: 'fields_only' })),
  ).toMatchObject({ fields: { mode: 'choose_a_detail' } });
  expect(
    await submitAs(owner, saveDocumentSettingsAction, await fill({ ...none, mode: 'off' })),
  ).toMatchObject({ ok: true });
  await db.sql('update public.accom_properties set document_fields = null where id = $1', [sunset]);
});

test('pictures where copies are forbidden need a reason, which is stored, and a detail that is forbidden is not kept', async () => {
  await setCountry('ES');
  const image = { mode: 'image', reason: '' };
  expect(await submitAs(owner, saveDocumentSettingsAction, await fill(image))).toMatchObject({
    reason: 'copies_are_forbidden',
    fields: { reason: 'required' },
  });
  expect(
    await submitAs(owner, saveDocumentSettingsAction, await fill({ ...image, reason: 'because' })),
  ).toMatchObject({ fields: { reason: 'too_short' } });
  const reason = 'Written consent of each guest';
  const form = await fill({ ...image, reason, field_visaExpiryDate: true, field_sex: false });
  expect(await submitAs(owner, saveDocumentSettingsAction, form)).toMatchObject({ ok: true });
  const saved = await read();
  expect(saved).toMatchObject({ imageReason: reason, access: { documents: 'image' } });
  expect(saved.documentFields).not.toContain('visaExpiryDate');
  await setCountry('VN');
});

/** The country of a place with guests is fixed, which a test is not. */
async function setCountry(country: string) {
  await db.sql('alter table public.accom_properties disable trigger user');
  await db.sql(
    `update public.accom_properties
     set country = $2, document_fields = null, document_image_reason = null, access_settings = access_settings || '{"documents": "off"}'
     where id = $1`,
    [sunset, country],
  );
  await db.sql('alter table public.accom_properties enable trigger user');
}

test('staff and another owner change nothing, and of two managers the second sees the values of now', async () => {
  const form = await fill({ retentionDays: '20' });
  expect(await submitAs(staff, saveDocumentSettingsAction, form)).toMatchObject({ error: 'forbidden' });
  expect(await submitAs(otherOwner, saveDocumentSettingsAction, form)).toMatchObject({ error: 'not_found' });
  expect(await submitAs(owner, saveDocumentSettingsAction, form)).toMatchObject({ ok: true });
  expect(await submitAs(owner, saveDocumentSettingsAction, { ...form, retentionDays: '30' })).toMatchObject({
    reason: 'changed_meanwhile',
    theirs: { retentionDays: '20' },
  });
});

test('what guests see and prove is saved without a change of what is asked of documents', async () => {
  await submitAs(owner, saveDocumentSettingsAction, await fill({ mode: 'image' }));
  const settings = await read();
  const access = Object.entries<string | boolean>(formValues.access(settings)).flatMap(([name, value]) =>
    value === false ? [] : [[name, value === true ? 'on' : value]],
  );
  const form = { place: 'sunset-hotel', version: settings.version, ...Object.fromEntries(access) };
  expect(await submitAs(owner, saveAccessSettingsAction, form)).toMatchObject({ ok: true });
  expect((await read()).access.documents).toBe('image');
});

test('the preview follows the form, and a number that is not typed to its end keeps the one before', () => {
  const start = startWith({
    access: { documents: 'off' } as never, // the others are of no use here
    documentFields: ['surname', 'expiryDate'],
    retentionDays: 15,
    imageReason: null,
    country: 'ES',
  });
  expect(start).toEqual({ mode: 'off', fields: ['surname'], days: 15 });
  const form = new FormData();
  form.set('mode', 'image');
  form.set('field_sex', 'on');
  form.set('retentionDays', '');
  expect(readChosen(form, start)).toEqual({ mode: 'image', fields: ['sex'], days: 15 });
});
