import { createNativeTestDatabase } from '@gudbro/supabase-local/native';
import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { retryMessageAction } from '@/shell/mails/retry-message-action';
import { undoChangeAction } from '@/shell/toast/undo-change-action';
import { findPlaceId } from '@/testing/find-place-id';
import { submitAs, useDatabase } from '@/testing/next-request';
import { type SignedInAccount, signUpAccount } from '@/testing/sign-up-account';
import { mailCodeAction, takeStepAction } from './actions.ts';
import { getBooking } from './queries.ts';

vi.mock('next/headers', () => import('@/testing/next-request'));
vi.mock('next/cache', () => import('@/testing/next-request'));

const place = 'sunset-hotel';

let db: TestDatabase;
let staff: SignedInAccount;
let housekeeper: SignedInAccount;
let otherOwner: SignedInAccount;
let sunset: string;
let days = 0;

beforeAll(async () => {
  db = await createNativeTestDatabase({ seed: true });
  await useDatabase(db);
  staff = await signUpAccount(db, 'staff@example.com');
  housekeeper = await signUpAccount(db, 'housekeeper@example.com');
  otherOwner = await signUpAccount(db, 'other@example.com');
  sunset = await findPlaceId(db, place);
});

afterAll(() => db.close());

/** A guest asks on the place's page. Each has nights of its own. */
async function request(email: string | null = 'ana@example.com'): Promise<string> {
  days += 2;
  const [made] = await db.sql<{ id: string }>(
    `insert into public.accom_bookings
       (property_id, room_id, guest_name, guest_last_name, guest_email, guest_locale, check_in_date, check_out_date, status, source)
     select r.property_id, r.id, 'Ana Silva', 'Silva', $2, 'fr', date '2032-01-01' + $3::integer, date '2032-01-02' + $3::integer, 'pending', 'direct'
     from public.accom_rooms r where r.property_id = $1 and r.room_number = '204' returning id`,
    [sunset, email, days],
  );
  return made?.id ?? '';
}
const take = (step: string, id: string) => submitAs(staff, takeStepAction, { place, id, step });
const read = (id: string) => getBooking(staff.client, sunset, id);

test('the screen knows the address and the language to which the answer goes', async () => {
  expect(await read(await request())).toMatchObject({ email: 'ana@example.com', language: 'fr', mails: [] });
});

test.each([
  ['confirm', 'ana@example.com', 'bookingConfirmedByMail'],
  ['cancel', 'ana@example.com', 'bookingCancelledByMail'],
  ['confirm', null, 'bookingConfirmedByNobody'],
  ['cancel', null, 'bookingCancelledByNobody'],
])(
  'after the step %s with the address %s the desk is told whether the guest is: %s',
  async (step, email, done) => {
    const id = await request(email);
    expect(await take(step, id)).toMatchObject({ ok: true, done });
    expect((await read(id)).mails.map(({ state }) => state)).toEqual(email === null ? [] : ['waiting']);
  },
);

test('a confirmation that was undone by its message is not about to be told any more', async () => {
  const id = await request();
  const state = await take('confirm', id);
  const changeId = state?.ok === true ? (state.changeId ?? '') : '';
  expect((await read(id)).mails).toHaveLength(1);
  await submitAs(staff, undoChangeAction, { place, changeId });
  expect(await read(id)).toMatchObject({ status: 'pending', mails: [] });
});

test('the desk mails the code of a booking, and a mail that failed is sent again', async () => {
  const id = await request();
  await take('confirm', id);
  expect(await submitAs(staff, mailCodeAction, { place, id })).toMatchObject({
    ok: true,
    done: 'codeMailed',
  });
  expect((await read(id)).mails).toMatchObject([
    { kind: 'booking_code_mail', state: 'waiting' },
    { kind: 'request_answer_mail', state: 'waiting', answer: 'confirmed' },
  ]);
  await db.sql(
    `update public.jobs set dead_at = now(), attempts = 1, last_error = 'address_refused' where about_id = $1 and kind = 'booking_code_mail'`,
    [id],
  );
  const { mails, history } = await read(id);
  expect(mails[0]).toMatchObject({ state: 'failed', error: 'address_refused' });
  expect(history.map(({ action }) => action)).toContain('guest_not_told');
  const retried = await submitAs(staff, retryMessageAction, { place, id: mails[0]?.id ?? '' });
  expect(retried).toMatchObject({ ok: true, done: 'messageTriedAgain' });
  expect((await read(id)).mails[0]).toMatchObject({ state: 'waiting', attempts: 0 });
});

test('no code is mailed to a guest without an address', async () => {
  const id = await request(null);
  await take('confirm', id);
  expect(await submitAs(staff, mailCodeAction, { place, id })).toMatchObject({
    error: 'conflict',
    reason: 'guest_has_no_address',
  });
});

test('neither a housekeeper nor another owner mails a code', async () => {
  const id = await request();
  await take('confirm', id);
  expect(await submitAs(housekeeper, mailCodeAction, { place, id })).toMatchObject({ error: 'forbidden' });
  expect(await submitAs(otherOwner, mailCodeAction, { place: 'quiet-house', id })).toMatchObject({
    error: 'not_found',
  });
  expect((await read(id)).mails.map(({ kind }) => kind)).toEqual(['request_answer_mail']);
});
