import { createNativeTestDatabase } from '@gudbro/supabase-local/native';
import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findPlaceId } from '@/testing/find-place-id';
import { useDatabase } from '@/testing/next-request';
import { type SignedInAccount, signUpAccount } from '@/testing/sign-up-account';
import { readSetUp } from './queries.ts';

let db: TestDatabase;
let owner: SignedInAccount;
let sunset: string;

beforeAll(async () => {
  db = await createNativeTestDatabase({ seed: true });
  await useDatabase(db);
  owner = await signUpAccount(db, 'owner@example.com');
  sunset = await findPlaceId(db, 'sunset-hotel');
});

/** Each room in use has one whole sign with its code. */
beforeEach(async () => {
  await db.sql('delete from public.print_jobs');
  await db.sql(
    `with job as (
       insert into public.print_jobs (property_id, format, locales, colour, offset_x_mm, offset_y_mm, sign_count)
       values ($1, 'a4-4', '{en}', '#000000', 0, 0, 1) returning id
     )
     insert into public.signs (property_id, job_id, kind, room_id, room_number, code)
     select r.property_id, job.id, 'room', r.id, r.room_number, r.room_code
     from job, public.accom_rooms r where r.property_id = $1 and r.is_active`,
    [sunset],
  );
});

afterAll(() => db.close());

const hasSigns = async () => (await readSetUp(owner.client, { id: sunset })).signs;

test('a place whose rooms each have a whole sign has its signs', async () => {
  expect(await hasSigns()).toBe(true);
});

test.each([
  [
    'was never printed',
    'delete from public.signs where room_number = (select min(room_number) from public.signs)',
  ],
  [
    'is torn',
    'update public.signs set torn_at = now() where room_number = (select min(room_number) from public.signs)',
  ],
  [
    'was removed',
    'update public.signs set removed_at = now() where room_number = (select min(room_number) from public.signs)',
  ],
  [
    'has a replaced code',
    'update public.signs set died_at = now() where room_number = (select min(room_number) from public.signs)',
  ],
])('signs are still to be made where that of one room %s', async (_, statement) => {
  await db.sql(statement);
  expect(await hasSigns()).toBe(false);
});

test('a room that is switched off needs no sign', async () => {
  await db.sql('delete from public.signs where room_number = (select min(room_number) from public.signs)');
  await db.sql(
    `update public.accom_rooms r set is_active = false
     where property_id = $1 and is_active and not exists (select from public.signs s where s.room_id = r.id)`,
    [sunset],
  );
  expect(await hasSigns()).toBe(true);
});
