import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '@/features/property-page/nights';
import { readDraft } from '@/features/property-page/request-draft';
import { startTestStays, staysUrl, type TestStays } from '@/testing/start-test-stays';
import { POST } from './route';

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

/** As a browser sends it from a page that gives no referrer. */
function submit(changes: Record<string, string> = {}, headers: Record<string, string> = {}) {
  addresses += 1;
  const body = new URLSearchParams({
    choice: `${offerId}/4`,
    checkIn: addDays(today, 10),
    checkOut: addDays(today, 12),
    guests: '1',
    guestName: 'Trần Văn Bình',
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

/** What the page would find of a form that came back. */
function readReturned(response: Response) {
  const [pair = ''] = (response.headers.get('set-cookie') ?? '').split(';');
  return readDraft({
    get: (name) => (pair.startsWith(`${name}=`) ? { value: pair.slice(name.length + 1) } : undefined),
  });
}

test('a request leads to its code, and the form is forgotten', async () => {
  const key = crypto.randomUUID();
  const response = await submit({ key });
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toMatch(/^\/backpack-hostel\/requested\?code=BK-\w{6}$/);
  expect(response.headers.get('set-cookie')).toContain('Max-Age=0');
  const again = await submit({ key });
  expect(again.headers.get('location')).toBe(response.headers.get('location'));
});

test('a bed taken meanwhile leads back to what is free, with all that was typed', async () => {
  const dates = { checkIn: addDays(today, 20), checkOut: addDays(today, 22) };
  await submit(dates);
  const response = await submit({ ...dates, guestName: 'Lan', guestPhone: '+84 1' });
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toBe(
    `/backpack-hostel?checkIn=${dates.checkIn}&checkOut=${dates.checkOut}&guests=1&again=1#request`,
  );
  expect(readReturned(response)).toMatchObject({
    error: { error: 'conflict', reason: 'bed_is_taken' },
    fields: [],
    values: { guestName: 'Lan', guestLastName: 'Trần', guestEmail: 'binh@example.com', guestPhone: '+84 1' },
  });
});

test('what was typed is out of the address, and out of reach of scripts', async () => {
  const response = await submit({ guestEmail: 'no-address' });
  expect(response.headers.get('location')).not.toContain('binh');
  expect(response.headers.get('set-cookie')).toMatch(
    /; Path=\/backpack-hostel; Max-Age=600; HttpOnly; SameSite=Lax$/,
  );
  expect(readReturned(response)).toMatchObject({
    error: { error: 'invalid_request' },
    fields: ['guestEmail'],
  });
});

test('nothing chosen, nothing filled in: each field is named', async () => {
  const response = await submit({ choice: '', guestName: ' ', guestLastName: '', guestEmail: '' });
  expect(readReturned(response)?.fields).toEqual(['choice', 'guestName', 'guestLastName', 'guestEmail']);
});

test('days that are over lead back to the search, which says so', async () => {
  const response = await submit({ checkIn: '2020-01-01', checkOut: '2020-01-03' });
  expect(response.headers.get('location')).toContain('?checkIn=2020-01-01&checkOut=2020-01-03');
  expect(readReturned(response)).toMatchObject({ error: { error: 'invalid_request' }, fields: [] });
});

test('the longest that can be typed still comes back', async () => {
  const response = await submit({ guestName: 'Ễ'.repeat(200), guestLastName: '' });
  const cookie = response.headers.get('set-cookie') ?? '';
  expect(cookie.length).toBeLessThan(4096);
  expect(readReturned(response)?.values['guestName']).toBe('Ễ'.repeat(200));
});

test('another site cannot send it, and what is no form is refused', async () => {
  expect((await submit({}, { origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' })).status).toBe(
    400,
  );
  expect((await submit({}, { 'sec-fetch-site': 'cross-site' })).status).toBe(400);
  expect((await submit({}, { origin: staysUrl })).status).toBe(303);
  expect((await submit({ status: 'confirmed' })).status).toBe(400);
  expect((await submit({}, { 'content-type': 'text/plain' })).status).toBe(415);
});

test('a cookie that makes no sense is no form', () => {
  for (const value of [
    '',
    'x',
    Buffer.from('{}').toString('base64url'),
    Buffer.from('null').toString('base64url'),
  ]) {
    expect(readDraft({ get: () => ({ value }) })).toBeNull();
  }
});
