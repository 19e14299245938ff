import { createNativeTestDatabase } from '@gudbro/supabase-local/native';
import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { addDays, findToday } from '@/shell/days/days';
import { signOutPhoneAction } from '@/shell/stay/actions';
import { undoChangeAction } from '@/shell/toast/undo-change-action';
import { findPlaceId } from '@/testing/find-place-id';
import { submitAs, useDatabase } from '@/testing/next-request';
import { type SignedInAccount, signUpAccount } from '@/testing/sign-up-account';
import {
  bookAction,
  bookGroupAction,
  bookWalkInAction,
  cancelGroupAction,
  moveAction,
  saveGuestAction,
  takeStepAction,
} from './actions.ts';
import { readColumns } from './columns.ts';
import { formatListFilter, readListFilter } from './list-filter.ts';
import { clearPinAction, setPinAction } from './pin-actions.ts';
import { getBooking, listBookings, listFreeBeds, readGuestsOfToday } from './queries.ts';
import type { View } from './views.ts';

vi.mock('next/headers', () => import('@/testing/next-request'));
vi.mock('next/cache', () => import('@/testing/next-request'));

const place = 'sunset-hotel';
const nights = { checkIn: '2031-05-01', checkOut: '2031-05-03' };
const guest = { name: 'Mai Trần', lastName: 'Trần', email: '', phone: '', guests: '2', notes: '' };
const alone = { adults: '', children: '' };

let db: TestDatabase;
let staff: SignedInAccount;
let housekeeper: SignedInAccount;
let otherOwner: SignedInAccount;
let sunset: string;
let quietHouse: string;

beforeAll(async () => {
  db = await createNativeTestDatabase({ seed: true });
  await useDatabase(db);
  staff = await signUpAccount(db, 'staff@example.com');
  housekeeper = await signUpAccount(db, 'housekeeper@example.com');
  otherOwner = await signUpAccount(db, 'other@example.com');
  sunset = await findPlaceId(db, place);
  quietHouse = await findPlaceId(db, 'quiet-house');
});

afterAll(() => db.close());

async function findBed(stay = nights): Promise<string> {
  const [bed] = await listFreeBeds(staff.client, sunset, stay);
  if (bed === undefined) throw new Error('a bed is free');
  return `${bed.roomId}/${bed.bed}`;
}

/** Books and returns the booking as its screen reads it. Each has nights of its own. */
async function book(changes: Record<string, string> = {}) {
  const bed = await findBed();
  const state = await submitAs(staff, bookAction, { place, bed, ...nights, ...guest, ...changes });
  return getBooking(staff.client, sunset, idIn(state));
}

function idIn(state: Awaited<ReturnType<typeof submitAs>>): string {
  const id = state?.ok === true ? state.goTo?.match(/bookings\/([0-9a-f-]{36})$/)?.[1] : undefined;
  if (id === undefined) throw new Error(`no booking was made: ${JSON.stringify(state)}`);
  return id;
}

const cancel = (id: string) => submitAs(staff, takeStepAction, { place, id, step: 'cancel' });

test('a booked room is not offered for its nights, and is refused to a second who has chosen it meanwhile', async () => {
  const bed = await findBed();
  const { id } = await book();
  const offered = await listFreeBeds(staff.client, sunset, nights);
  expect(offered.map((one) => `${one.roomId}/${one.bed}`)).not.toContain(bed);
  expect(await submitAs(staff, bookAction, { place, bed, ...nights, ...guest })).toMatchObject({
    ok: false,
    error: 'conflict',
    reason: 'bed_is_taken',
    obstacle: { id, guestName: guest.name },
  });
  await cancel(id);
  const again = await listFreeBeds(staff.client, sunset, nights);
  expect(again.map((one) => `${one.roomId}/${one.bed}`)).toContain(bed);
});

test('a group is booked once, also when its form is sent again, and its stays come back by one undo', async () => {
  const beds = (await listFreeBeds(staff.client, sunset, nights)).slice(0, 2);
  const bed = beds.map((one) => `${one.roomId}/${one.bed}`);
  const group = { place, ...nights, ...guest, bed, requestKey: crypto.randomUUID() };
  expect(await submitAs(staff, bookGroupAction, { ...group, bed: bed[0] ?? '' })).toMatchObject({
    fields: { bed: 'choose_two_rooms' },
  });
  const made = await submitAs(staff, bookGroupAction, group);
  expect(await submitAs(staff, bookGroupAction, group)).toEqual(made);
  const id = idIn(made);
  const statuses = async () => (await getBooking(staff.client, sunset, id)).group.map(({ status }) => status);
  expect(await statuses()).toEqual(['confirmed', 'confirmed']);
  const cancelled = await submitAs(staff, cancelGroupAction, { place, id, reason: 'guest_asked', note: '' });
  expect(await statuses()).toEqual(['cancelled', 'cancelled']);
  const changeId = cancelled?.ok === true ? (cancelled.changeId ?? '') : '';
  await submitAs(staff, undoChangeAction, { place, changeId });
  expect(await statuses()).toEqual(['confirmed', 'confirmed']);
  await submitAs(staff, cancelGroupAction, { place, id, reason: 'guest_asked', note: '' });
});

test('the people of a booking are written with its guest and keep their ids', async () => {
  const { id, version } = await book();
  const save = (read: string, people: { adults: string; children: string }) =>
    submitAs(staff, saveGuestAction, { place, id, version: read, ...guest, ...people });
  expect(await save(version, { adults: 'Minh\r\nAn', children: 'Bống' })).toMatchObject({ ok: true });
  const first = await getBooking(staff.client, sunset, id);
  expect(first.people.map(({ name }) => name)).toEqual(['Minh', 'An', 'Bống']);
  expect(first.guestCount).toBe(4);
  await save(first.version, { adults: 'An', children: '' });
  const later = await getBooking(staff.client, sunset, id);
  expect(later.people).toEqual([first.people[1]]);
  await cancel(id);
});

test('a walk-in is in house at once and stands among the guests of today', async () => {
  const today = findToday(new Date(), 'Asia/Ho_Chi_Minh');
  const bed = await findBed({ checkIn: today, checkOut: addDays(today, 1) });
  const made = await submitAs(staff, bookWalkInAction, { place, bed, lastName: 'Lee', nights: '1' });
  const booking = await getBooking(staff.client, sunset, idIn(made));
  expect(booking).toMatchObject({ status: 'checked_in', lastName: 'Lee', checkIn: today });
  const { staying } = await readGuestsOfToday(staff.client, sunset);
  expect(staying.map(({ id }) => id)).toContain(booking.id);
  const left = await submitAs(staff, takeStepAction, {
    place,
    id: booking.id,
    step: 'check_out',
  });
  expect(left).toMatchObject({ ok: true, done: 'checkedOut', changeId: expect.any(String) });
});

test('the screen of a booking and the list know its early and late hours', async () => {
  const { id, version } = await book();
  await staff.client.query((client) =>
    client
      .rpc('set_stay_hours', { booking_id: id, version, early_from: '09:30', late_until: '16:00' })
      .overrideTypes<Record<string, unknown>, { merge: false }>(),
  );
  const hours = { earlyFrom: '09:30', lateUntil: '16:00' };
  const read = await getBooking(staff.client, sunset, id);
  expect(read).toMatchObject(hours);
  const { bookings } = await listBookings(staff.client, sunset, {
    ...readListFilter({ view: 'newest', q: read.code }),
    after: null,
  });
  expect(bookings).toMatchObject([hours]);
  await cancel(id);
});

test('a booking from elsewhere is found by its number there and by the guest’s address, and shows the number', async () => {
  const { id } = await book({ email: 'Tran.Mai@Example.com' });
  await db.sql(`update public.accom_bookings set source = 'airbnb', external_uid = 'HMXK22' where id = $1`, [
    id,
  ]);
  for (const search of ['HMXK22', 'tran.mai@']) {
    const { bookings } = await listBookings(staff.client, sunset, {
      ...readListFilter({ view: 'past', q: search }),
      after: null,
    });
    expect(bookings.map((one) => one.id)).toEqual([id]);
  }
  expect(await getBooking(staff.client, sunset, id)).toMatchObject({
    source: 'airbnb',
    externalUid: 'HMXK22',
  });
  await cancel(id);
});

test('a list may begin at a day: that of arrival of who comes, and that of departure, backwards, of what is over', async () => {
  const { id } = await book();
  const find = async (view: View, day: string) => {
    const list = { ...readListFilter({ view, day }), after: null };
    const { bookings } = await listBookings(staff.client, sunset, list);
    return bookings.some((one) => one.id === id);
  };
  expect(await find('coming', nights.checkIn)).toBe(true);
  expect(await find('coming', addDays(nights.checkIn, 1))).toBe(false);
  await cancel(id);
  expect(await find('cancelled', nights.checkOut)).toBe(true);
  expect(await find('cancelled', addDays(nights.checkOut, -1))).toBe(false);
});

test('a list is narrowed to the stays of one type and of one source, which its address and its file keep', async () => {
  const { id } = await book();
  const { roomTypeId } = await db
    .sql<{ roomTypeId: string }>(
      'select room_type_id as "roomTypeId" from public.accom_bookings where id = $1',
      [id],
    )
    .then(([row]) => row ?? { roomTypeId: '' });
  const find = async (query: Record<string, string>) => {
    const filter = readListFilter(query);
    expect(readListFilter(formatListFilter(filter))).toEqual(filter);
    const { bookings } = await listBookings(staff.client, sunset, { ...filter, after: null });
    return bookings.map((booking) => booking.id);
  };
  expect(await find({ view: 'coming', type: roomTypeId, source: 'desk' })).toEqual([id]);
  expect(await find({ source: 'desk' })).toContain(id);
  expect(await find({ view: 'coming', source: 'walk_in' })).not.toContain(id);
  expect(await find({ type: crypto.randomUUID() })).toEqual([]);
  // What is no type of a place narrows nothing, and a search looks everywhere.
  expect(readListFilter({ type: 'x', source: ' ' })).toEqual(readListFilter({}));
  expect(formatListFilter(readListFilter({ q: 'Mai', source: 'desk' }))).toEqual({ q: 'Mai' });
  await cancel(id);
});

test('the columns of the list are those that were chosen, in their order, and the usual ones before', () => {
  expect(readColumns('code room no-such-column')).toEqual(['room', 'code']);
  expect(readColumns('')).toEqual([]);
  expect(readColumns(undefined)).toContain('room');
});

test('the screen of a booking has what its guest ordered and reported', async () => {
  const { bookings } = await listBookings(staff.client, sunset, {
    ...readListFilter({ view: 'newest', q: 'BK-GUEST2' }),
    after: null,
  });
  const { orders, reports } = await getBooking(staff.client, sunset, bookings[0]?.id ?? '');
  expect(orders).toMatchObject({ count: 6, latest: { length: 6 } });
  expect(orders.latest[0]).toMatchObject({ status: 'pending', number: expect.any(Number) });
  expect(reports.count).toBeGreaterThan(0);
  expect(reports.latest[0]).toMatchObject({ title: expect.any(String) });
});

test('staff undo a step of their own by the message after it, and a second time it is refused', async () => {
  const { id } = await book();
  const state = await cancel(id);
  const changeId = state?.ok === true ? (state.changeId ?? '') : '';
  expect(await submitAs(staff, undoChangeAction, { place, changeId })).toMatchObject({ ok: true });
  expect(await getBooking(staff.client, sunset, id)).toMatchObject({ status: 'confirmed' });
  expect(await submitAs(staff, undoChangeAction, { place, changeId })).toMatchObject({
    reason: 'undone_already',
  });
  await cancel(id);
});

test('of two desks that take the same step the second is told that it was taken', async () => {
  const { id } = await book();
  expect(await cancel(id)).toMatchObject({ ok: true });
  expect(await cancel(id)).toMatchObject({ ok: false, error: 'illegal_step', from: 'cancelled' });
});

test('of two desks that write one guest or one stay, the second sees both values', async () => {
  const read = await book();
  const version = { place, id: read.id, version: read.version };
  await submitAs(staff, saveGuestAction, { ...version, ...guest, ...alone, phone: '+84 1 11' });
  expect(
    await submitAs(staff, saveGuestAction, { ...version, ...guest, ...alone, phone: '+84 2 22' }),
  ).toMatchObject({
    reason: 'changed_meanwhile',
    theirs: { phone: '+84 1 11' },
  });
  const bed = `${read.roomId}/${read.bed}`;
  expect(
    await submitAs(staff, moveAction, { ...version, bed, checkIn: '2031-05-02', checkOut: '2031-05-04' }),
  ).toMatchObject({ reason: 'changed_meanwhile', theirs: { checkIn: nights.checkIn } });
  const now = await getBooking(staff.client, sunset, read.id);
  expect(
    await submitAs(staff, moveAction, {
      ...version,
      version: now.version,
      bed,
      checkIn: '2031-05-02',
      checkOut: '2031-05-04',
    }),
  ).toMatchObject({ ok: true, done: 'bookingMoved' });
  await cancel(read.id);
});

test('a PIN is shown once where it is made, and can be taken away', async () => {
  const { id } = await book();
  const made = await submitAs(staff, setPinAction, { place, id });
  expect(made).toMatchObject({ ok: true, shown: { pin: expect.stringMatching(/^\d{6}$/) } });
  const read = await getBooking(staff.client, sunset, id);
  expect(read).toMatchObject({ hasPin: true });
  // By its step in the history a screen knows whether the PIN it shows is still the one of now.
  const stepId = made?.ok === true ? made.shown?.['stepId'] : undefined;
  expect(read.history.find(({ action }) => action === 'booking_pin_set')?.id).toBe(stepId);
  await submitAs(staff, clearPinAction, { place, id });
  expect(await getBooking(staff.client, sunset, id)).toMatchObject({ hasPin: false });
  await cancel(id);
});

test('staff see the devices on a stay without their keys and sign one out, and nobody else does', async () => {
  const booking = await book();
  const [phone] = await db.sql<{ id: string }>(
    `insert into public.stay_phones (property_id, booking_id, key_hash, label)
     values ($1, $2, repeat('b', 64), 'iPhone, Safari') returning id`,
    [sunset, booking.id],
  );
  const id = phone?.id ?? '';
  const read = () => getBooking(staff.client, sunset, booking.id);
  expect((await read()).phones).toMatchObject([{ id, label: 'iPhone, Safari' }]);
  expect(JSON.stringify(await read())).not.toContain('bbbbbbbb');
  for (const [account, error] of [
    [housekeeper, 'forbidden'],
    [otherOwner, 'not_found'],
    [null, 'session_expired'],
  ] as const) {
    expect(await submitAs(account, signOutPhoneAction, { place, id })).toMatchObject({ error });
  }
  expect(await submitAs(staff, signOutPhoneAction, { place, id })).toMatchObject({ done: 'phoneSignedOut' });
  expect((await read()).phones).toEqual([]);
  await cancel(booking.id);
});

test('a form names what is wrong with each field', async () => {
  const state = await submitAs(staff, bookAction, {
    place,
    ...guest,
    ...nights,
    bed: '',
    name: ' ',
    email: 'nobody',
    phone: 'call me',
    guests: '0',
    checkOut: 'tomorrow',
  });
  expect(state).toMatchObject({
    error: 'invalid_request',
    fields: {
      bed: 'choose_a_room',
      name: 'required',
      email: 'not_an_email',
      phone: 'not_a_phone',
      guests: 'too_small',
      checkOut: 'not_a_day',
    },
  });
});

test('a housekeeper, another owner and nobody read and do nothing', async () => {
  const { id, version, code } = await book();
  const bed = await findBed();
  const forms = [
    [bookAction, { bed, ...nights, ...guest }],
    [bookWalkInAction, { bed, lastName: 'Lee', nights: '1' }],
    [takeStepAction, { id, step: 'cancel' }],
    [setPinAction, { id }],
    [clearPinAction, { id }],
    [saveGuestAction, { id, version, ...guest, ...alone }],
    [bookGroupAction, { ...nights, ...guest, bed: [bed, bed], requestKey: crypto.randomUUID() }],
    [cancelGroupAction, { id, reason: 'other' }],
    [moveAction, { id, version, bed, ...nights }],
  ] as const;
  for (const [action, fields] of forms) {
    expect(await submitAs(housekeeper, action, { place, ...fields })).toMatchObject({ error: 'forbidden' });
    expect(await submitAs(otherOwner, action, { place, ...fields })).toMatchObject({ error: 'not_found' });
    expect(await submitAs(otherOwner, action, { place: 'quiet-house', ...fields })).toMatchObject({
      error: 'not_found',
    });
    expect(await submitAs(null, action, { place, ...fields })).toMatchObject({ error: 'session_expired' });
  }
  const all = { ...readListFilter({}), after: null };
  for (const [account, error] of [
    [housekeeper, 'forbidden'],
    [otherOwner, 'not_found'],
  ] as const) {
    for (const reading of [
      () => listBookings(account.client, sunset, all),
      () => getBooking(account.client, sunset, id),
      () => readGuestsOfToday(account.client, sunset),
      () => listFreeBeds(account.client, sunset, nights),
    ]) {
      await expect(reading()).rejects.toMatchObject({ code: error });
    }
  }
  await expect(getBooking(otherOwner.client, quietHouse, id)).rejects.toMatchObject({ code: 'not_found' });
  const own = await listBookings(otherOwner.client, quietHouse, { ...all, search: code });
  expect(own.bookings).toEqual([]);
  expect(await getBooking(staff.client, sunset, id)).toMatchObject({ status: 'confirmed', version });
});
