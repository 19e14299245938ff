import { afterAll, beforeAll, expect, test } from 'vitest';
import { sessionHandlers } from '@/app/api/session';
import { addDays } from '@/features/property-page/nights';
import { readDraft } from '@/features/property-page/request-draft';
import { makeGuest } from '@/testing/make-guest';
import { startTestStays, staysUrl, type TestStays } from '@/testing/start-test-stays';
import { POST } from './route';

const { readSession } = sessionHandlers;

let stays: TestStays;
let today: string;
let offerId: string;
beforeAll(async () => {
  stays = await startTestStays();
  const [row] = await stays.database.sql<{ today: string; room: string }>(
    `select (now() at time zone p.timezone)::date::text as today, r.offer_id as room
     from public.accom_rooms r join public.accom_properties p on p.id = r.property_id where r.room_code = 'RM-DRM23456'`,
  );
  today = row?.today ?? '';
  offerId = row?.room ?? '';
});
afterAll(() => stays.close());

let addresses = 0;

/** Submits the form as a browser does from a page with `Referrer-Policy: no-referrer`. */
function submit(changes: Record<string, string> = {}, headers: Record<string, string> = {}) {
  addresses += 1;
  const body = new URLSearchParams({
    choice: `${offerId}/4`,
    checkIn: addDays(today, 10),
    checkOut: addDays(today, 12),
    guests: '1',
    guestFirstName: 'Văn Bình',
    guestLastName: 'Trần',
    guestEmail: 'binh@example.com',
    guestPhone: '',
    key: crypto.randomUUID(),
    ...changes,
  });
  return stays.call(POST, '/backpack-hostel/request', {
    params: { slug: 'backpack-hostel' },
    address: `198.51.100.${addresses}`,
    init: { method: 'POST', headers: { origin: 'null', 'sec-fetch-site': 'same-origin', ...headers }, body },
  });
}

/** The draft that the page would read from the response's cookie. */
function readReturnedDraft(response: Response) {
  const [pair = ''] = (response.headers.get('set-cookie') ?? '').split(';');
  return readDraft({
    get: (name) => (pair.startsWith(`${name}=`) ? { value: pair.slice(name.length + 1) } : undefined),
  });
}

test('a booking request redirects to its code and clears the draft, and the same key gives the same code', async () => {
  const key = crypto.randomUUID();
  const response = await submit({ key });
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toMatch(/^\/backpack-hostel\/requested\?code=BK-\w{6}$/);
  expect(response.headers.get('set-cookie')).toContain('Max-Age=0');
  const again = await submit({ key });
  expect(again.headers.get('location')).toBe(response.headers.get('location'));
});

/** The session's cookie of a response, as the browser sends it back. */
function readSessionCookie(response: Response): string | undefined {
  return response.headers
    .getSetCookie()
    .find((cookie) => cookie.startsWith('gudbro_guest='))
    ?.split(';', 1)[0];
}

test('a guest is signed in to the request they have just made, and is not asked for the name again', async () => {
  const response = await submit({ checkIn: addDays(today, 30), checkOut: addDays(today, 32) });
  const code = response.headers.get('location')?.split('code=')[1];
  const headers = { cookie: readSessionCookie(response) ?? '' };
  const session = await stays.call(readSession, '/api/stay/session', { init: { headers } });
  expect(await session.json()).toMatchObject({
    accessTier: 'full',
    state: 'pending',
    bookingCode: code,
    roomId: null,
    roomCode: null,
  });
});

test('a guest who is signed in to a stay keeps that session when they request another', async () => {
  const guest = await makeGuest(stays);
  const dates = { checkIn: addDays(today, 33), checkOut: addDays(today, 35) };
  const response = await submit(dates, { cookie: `gudbro_guest=${guest.full}` });
  expect(response.status).toBe(303);
  expect(readSessionCookie(response)).toBeUndefined();
});

test('a request for a bed that was taken meanwhile redirects to the search, with the error and all that was typed', async () => {
  const dates = { checkIn: addDays(today, 20), checkOut: addDays(today, 22) };
  await submit(dates);
  const response = await submit({ ...dates, guestFirstName: 'Lan', guestPhone: '+84 1' });
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toBe(
    `/backpack-hostel?checkIn=${dates.checkIn}&checkOut=${dates.checkOut}&guests=1&again=1#request`,
  );
  expect(readReturnedDraft(response)).toMatchObject({
    error: { error: 'conflict', reason: 'bed_is_taken' },
    fields: [],
    values: {
      guestFirstName: 'Lan',
      guestLastName: 'Trần',
      guestEmail: 'binh@example.com',
      guestPhone: '+84 1',
    },
  });
});

test('what was typed goes in an HttpOnly cookie and not in the address', async () => {
  const response = await submit({ guestEmail: 'no-address' });
  expect(response.headers.get('location')).not.toContain('binh');
  expect(response.headers.get('set-cookie')).toMatch(
    /; Max-Age=600; Path=\/backpack-hostel; HttpOnly; SameSite=Lax$/,
  );
  expect(readReturnedDraft(response)).toMatchObject({
    error: { error: 'invalid_request' },
    fields: ['guestEmail'],
  });
});

test('an empty request form comes back with the name of each required field', async () => {
  const response = await submit({ choice: '', guestFirstName: ' ', guestLastName: '', guestEmail: '' });
  expect(readReturnedDraft(response)?.fields).toEqual([
    'choice',
    'guestFirstName',
    'guestLastName',
    'guestEmail',
  ]);
});

test('a request for past days redirects to the search with those dates', async () => {
  const response = await submit({ checkIn: '2020-01-01', checkOut: '2020-01-03' });
  expect(response.headers.get('location')).toContain('?checkIn=2020-01-01&checkOut=2020-01-03');
  expect(readReturnedDraft(response)).toMatchObject({ error: { error: 'invalid_request' }, fields: [] });
});

test('the longest name that can be typed comes back in a cookie that browsers accept', async () => {
  const response = await submit({ guestFirstName: 'Ễ'.repeat(200), guestLastName: '' });
  const cookie = response.headers.get('set-cookie') ?? '';
  expect(cookie.length).toBeLessThan(4096);
  expect(readReturnedDraft(response)?.values['guestFirstName']).toBe('Ễ'.repeat(200));
});

test('a request form from another site, with unknown fields or of another type is refused', async () => {
  expect((await submit({}, { origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' })).status).toBe(
    400,
  );
  expect((await submit({}, { 'sec-fetch-site': 'cross-site' })).status).toBe(400);
  expect((await submit({}, { origin: staysUrl })).status).toBe(303);
  expect((await submit({ status: 'confirmed' })).status).toBe(400);
  expect((await submit({}, { 'content-type': 'text/plain' })).status).toBe(415);
});

test('a draft cookie with invalid content is ignored', () => {
  for (const value of [
    '',
    'x',
    Buffer.from('{}').toString('base64url'),
    Buffer.from('null').toString('base64url'),
  ]) {
    expect(readDraft({ get: () => ({ value }) })).toBeNull();
  }
});
