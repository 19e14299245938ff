import { createNativeTestDatabase } from '@gudbro/supabase-local/native';
import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { retryMessageAction } from '@/shell/mails/retry-message-action';
import { findPlaceId } from '@/testing/find-place-id';
import { submitAs, useDatabase } from '@/testing/next-request';
import { type SignedInAccount, signUpAccount } from '@/testing/sign-up-account';
import { dropMessageAction } from './actions.ts';
import { listFailedMessages } from './queries.ts';

vi.mock('next/headers', () => import('@/testing/next-request'));
vi.mock('next/cache', () => import('@/testing/next-request'));

const place = 'sunset-hotel';

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
  sunset = await findPlaceId(db, place);
});

afterAll(() => db.close());

/** A mail about the demo's booking that could not be sent. */
async function fail(key: string): Promise<string> {
  const [job] = await db.sql<{ id: string }>(
    `insert into public.jobs (property_id, about_id, kind, job_key, attempts, last_error, last_status, dead_at)
     select property_id, id, 'booking_code_mail', $1, 10, 'mail_server_busy', 451, now()
     from public.accom_bookings where booking_code = 'BK-GUEST2' returning id`,
    [key],
  );
  return job?.id ?? '';
}
const list = () => listFailedMessages(owner.client, sunset);

test('an owner reads what could not be sent, to whom and why', async () => {
  const id = await fail('read');
  expect(await list()).toMatchObject([
    {
      id,
      kind: 'booking_code_mail',
      attempts: 10,
      error: 'mail_server_busy',
      status: 451,
      booking: { code: 'BK-GUEST2', guestName: 'Sarah Johnson' },
      invitation: null,
    },
  ]);
  expect(await submitAs(owner, dropMessageAction, { place, id })).toMatchObject({ done: 'messageDropped' });
  expect(await list()).toEqual([]);
});

test('of two who send it again the second is told that it was done', async () => {
  const id = await fail('twice');
  expect(await submitAs(owner, retryMessageAction, { place, id })).toMatchObject({
    done: 'messageTriedAgain',
  });
  expect(await submitAs(staff, retryMessageAction, { place, id })).toMatchObject({
    error: 'conflict',
    reason: 'changed_meanwhile',
  });
});

test('staff and other owners neither read nor drop it', async () => {
  const id = await fail('kept');
  await expect(listFailedMessages(staff.client, sunset)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(listFailedMessages(otherOwner.client, sunset)).rejects.toMatchObject({ code: 'not_found' });
  expect(await submitAs(staff, dropMessageAction, { place, id })).toMatchObject({ error: 'forbidden' });
  expect(await submitAs(otherOwner, dropMessageAction, { place: 'quiet-house', id })).toMatchObject({
    error: 'not_found',
  });
  expect((await list()).map((one) => one.id)).toEqual([id]);
});
