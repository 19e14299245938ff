import { createNativeTestDatabase } from '@gudbro/supabase-local/native';
import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { liftLockAction } from '@/shell/stay/actions';
import { findPlaceId } from '@/testing/find-place-id';
import { submitAs, useDatabase } from '@/testing/next-request';
import { type SignedInAccount, signUpAccount } from '@/testing/sign-up-account';
import { listLocks } from './queries.ts';

vi.mock('next/headers', () => import('@/testing/next-request'));
vi.mock('next/cache', () => import('@/testing/next-request'));

const place = 'sunset-hotel';

let db: TestDatabase;
let staff: SignedInAccount;
let housekeeper: SignedInAccount;
let otherOwner: SignedInAccount;
let sunset: string;

beforeAll(async () => {
  db = await createNativeTestDatabase({ seed: true });
  await useDatabase(db);
  staff = await signUpAccount(db, 'staff@example.com');
  housekeeper = await signUpAccount(db, 'housekeeper@example.com');
  otherOwner = await signUpAccount(db, 'other@example.com');
  sunset = await findPlaceId(db, place);
});

afterAll(() => db.close());

test('the desk lets in who is locked out of a room; a housekeeper and another place neither see nor lift it', async () => {
  const [room] = await db.sql<{ id: string }>(
    `insert into public.access_attempts (code, source, locked_until)
     select room_code, 'a hashed address', now() + interval '10 minutes' from public.accom_rooms
     where property_id = $1 and room_number = '203'
     returning (select id from public.accom_rooms where property_id = $1 and room_number = '203')`,
    [sunset],
  );
  const [lock] = await listLocks(staff.client, sunset);
  expect(lock).toMatchObject({ roomNumber: '203', locked: 'address', count: 1, bookingId: null });
  expect(JSON.stringify(lock)).not.toContain('a hashed address');
  await expect(listLocks(housekeeper.client, sunset)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(listLocks(otherOwner.client, sunset)).rejects.toMatchObject({ code: 'not_found' });
  expect(
    await submitAs(housekeeper, liftLockAction, { place, code: 'room', id: room?.id ?? '' }),
  ).toMatchObject({
    error: 'forbidden',
  });
  expect(await listLocks(otherOwner.client, await findPlaceId(db, 'quiet-house'))).toEqual([]);
  const elsewhere = { place: 'quiet-house', code: 'room', id: room?.id ?? '' };
  expect(await submitAs(otherOwner, liftLockAction, elsewhere)).toMatchObject({ error: 'not_found' });
  expect(await submitAs(staff, liftLockAction, { ...elsewhere, place })).toMatchObject({
    done: 'lockLifted',
  });
  expect(await listLocks(staff.client, sunset)).toEqual([]);
});

test('a lock on a booking that has no room is read and lifted too', async () => {
  const [booking] = await db.sql<{ id: string }>(
    `with shelved as (
       update public.accom_bookings set room_id = null
       where id = (select id from public.accom_bookings where property_id = $1 and status = 'confirmed' limit 1)
       returning id, booking_code
     ), attempts as (
       insert into public.access_attempts (code, source, locked_until)
       select booking_code, 'a hashed address', now() + interval '10 minutes' from shelved
     )
     select id from shelved`,
    [sunset],
  );
  const id = booking?.id ?? '';
  expect(await listLocks(staff.client, sunset)).toMatchObject([
    { bookingId: id, roomId: null, roomNumber: null },
  ]);
  expect(await submitAs(staff, liftLockAction, { place, code: 'booking', id })).toMatchObject({
    done: 'lockLifted',
  });
  expect(await listLocks(staff.client, sunset)).toEqual([]);
});
