import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '@/features/property-page/nights';
import { startTestStays, type TestStays } from '@/testing/start-test-stays';
import { GET as SEARCH } from './availability/route';
import { POST as BOOK } from './bookings/route';
import { GET } from './route';

let stays: TestStays;
let today: string;
beforeAll(async () => {
  stays = await startTestStays();
  today = (await (await read('sunset-hotel')).json()).today;
});
afterAll(() => stays.close());

const read = (slug: string, address = '203.0.113.1') =>
  stays.call(GET, `/api/properties/${encodeURIComponent(slug)}`, { params: { slug }, address });

function search(slug: string, query: Record<string, string>) {
  return stays.call(SEARCH, `/api/properties/${slug}/availability?${new URLSearchParams(query)}`, {
    params: { slug },
  });
}

type Option = { offerId: string; roomType: string; beds: string[] | null; capacity: number };

async function find(slug: string, from: number, to: number, guests = 1): Promise<Option[]> {
  const nights = { checkIn: addDays(today, from), checkOut: addDays(today, to), guests: String(guests) };
  return (await (await search(slug, nights)).json()).options;
}

const guest = {
  guestName: 'Ana Silva',
  guestLastName: 'Silva',
  guestEmail: 'ana@example.com',
  guestCount: 1,
};

let addresses = 0;

/** From an address of its own, unless told otherwise: five an hour are the limit. */
function book(slug: string, body: object, { address, key }: { address?: string; key?: string } = {}) {
  addresses += 1;
  const headers = {
    'content-type': 'application/json',
    ...(key === undefined ? {} : { 'idempotency-key': key }),
  };
  return stays.call(BOOK, `/api/properties/${slug}/bookings`, {
    params: { slug },
    address: address ?? `198.51.100.${addresses}`,
    init: { method: 'POST', headers, body: JSON.stringify({ ...guest, ...body }) },
  });
}

test('a property tells what it is, and no code of a room or name of a guest', async () => {
  const response = await read('sunset-hotel');
  expect(response.status).toBe(200);
  const body = await response.json();
  expect(body).toMatchObject({
    property: { name: 'Sunset Hotel', slug: 'sunset-hotel' },
    today: expect.any(String),
  });
  expect(body.rooms).toContainEqual({ roomType: 'River view double', capacity: 2, beds: 0 });
  expect(JSON.stringify(body)).not.toMatch(/RM-|BK-|Sarah|Johnson|lantern|sunset;river/);
});

test.each(['no-such-house', 'Sunset Hotel', '../x', "x' or 1=1", 'x'.repeat(61)])(
  '%j is no property',
  async (slug) => {
    const response = await read(slug, '203.0.113.9');
    expect(response.status).toBe(404);
    expect((await response.json()).error).toBe('not_found');
  },
);

test('a property speaks the reader’s language where it has given one', async () => {
  const answer = await stays.call(GET, '/api/properties/sunset-hotel', {
    params: { slug: 'sunset-hotel' },
    init: { headers: { 'accept-language': 'vi' } },
  });
  expect((await answer.json()).property.description).not.toContain('Forty quiet rooms');
});

test('free rooms hold the guests, and shared rooms offer their beds one by one', async () => {
  const forTwo = await find('sunset-hotel', 40, 42, 2);
  expect(forTwo.map((option) => option.roomType)).toContain('River view double');
  expect(forTwo.every((option) => option.beds === null && option.capacity >= 2)).toBe(true);
  expect(await find('sunset-hotel', 40, 42, 3)).toEqual([]);
  expect(await find('backpack-hostel', 40, 42)).toMatchObject([{ beds: ['1', '2', '3', '4'] }]);
  expect(await find('backpack-hostel', 40, 42, 2)).toEqual([]);
});

test.each([
  ['yesterday', -1, 2],
  ['no night', 3, 3],
  ['an end before its beginning', 5, 3],
  ['ninety-one nights', 1, 92],
  ['more than a year ahead', 366, 367],
])('nights that cannot be asked for: %s', async (_case, from, to) => {
  const nights = { checkIn: addDays(today, from), checkOut: addDays(today, to), guests: '1' };
  const response = await search('sunset-hotel', nights);
  expect(response.status).toBe(400);
  expect((await response.json()).error).toBe('invalid_request');
});

test.each([
  ['no dates', {}],
  ['a date that is none', { checkIn: '2026-02-30', checkOut: '2026-03-01' }],
  ['a crowd', { checkIn: '2027-01-01', checkOut: '2027-01-02', guests: '51' }],
  ['a field nobody asked for', { checkIn: '2027-01-01', checkOut: '2027-01-02', all: '1' }],
])('refuses %s', async (_case, query) => {
  expect((await search('sunset-hotel', query as Record<string, string>)).status).toBe(400);
});

test('a request holds its bed, and the next one for it hears why not', async () => {
  const [free] = await find('sunset-hotel', 50, 52, 2);
  const request = {
    offerId: free?.offerId,
    checkIn: addDays(today, 50),
    checkOut: addDays(today, 52),
    guestCount: 2,
  };
  const first = await book('sunset-hotel', request);
  expect(first.status).toBe(201);
  expect(await first.json()).toEqual({ bookingCode: expect.stringMatching(/^BK-\w{6}$/), status: 'pending' });
  const second = await book('sunset-hotel', request);
  expect(second.status).toBe(409);
  expect(await second.json()).toMatchObject({ error: 'conflict', reason: 'bed_is_taken' });
  const stillFree = await find('sunset-hotel', 50, 52, 2);
  expect(stillFree.map((option) => option.offerId)).not.toContain(free?.offerId);
  expect((await find('sunset-hotel', 52, 53, 2)).map((option) => option.offerId)).toContain(free?.offerId);
});

test('the same request with its key is made once', async () => {
  const [free] = await find('backpack-hostel', 60, 62);
  const request = {
    offerId: free?.offerId,
    bed: '3',
    checkIn: addDays(today, 60),
    checkOut: addDays(today, 62),
  };
  const key = crypto.randomUUID();
  const sent = await Promise.all([1, 2, 3].map(() => book('backpack-hostel', request, { key })));
  expect(sent.map((response) => response.status).sort()).toEqual([200, 200, 201]);
  const codes = await Promise.all(sent.map(async (response) => (await response.json()).bookingCode));
  expect(new Set(codes).size).toBe(1);
  expect((await book('backpack-hostel', request, { key: crypto.randomUUID() })).status).toBe(409);
});

test.each([
  ['a bed the room has not', { bed: '9' }],
  ['no bed of a shared room', { bed: undefined }],
  ['two guests in one bed', { guestCount: 2 }],
  ['no name', { guestName: ' ' }],
  ['a last name of nothing but signs', { guestLastName: '--' }],
  ['an address without an at', { guestEmail: 'ana' }],
  ['a status of its own', { status: 'confirmed' }],
  ['a day that is over', { checkIn: '2020-01-01', checkOut: '2020-01-02' }],
])('refuses %s', async (_case, changes) => {
  const [free] = await find('backpack-hostel', 70, 72);
  const request = {
    offerId: free?.offerId,
    bed: '1',
    checkIn: addDays(today, 70),
    checkOut: addDays(today, 72),
  };
  const response = await book('backpack-hostel', { ...request, ...changes });
  expect(response.status).toBe(400);
  expect((await response.json()).error).toBe('invalid_request');
});

test('a room of another house is not this one’s', async () => {
  const [free] = await find('backpack-hostel', 70, 72);
  const request = {
    offerId: free?.offerId,
    bed: '1',
    checkIn: addDays(today, 70),
    checkOut: addDays(today, 72),
  };
  expect((await book('sunset-hotel', request)).status).toBe(404);
  expect((await book('no-such-house', request)).status).toBe(404);
});

test('five requests an hour from one address, and then a wait', async () => {
  const [free] = await find('beach-view', 20, 21);
  const statuses: number[] = [];
  let limited: Response | undefined;
  // Counts begin anew with the hour, which may turn while this runs: so twice the limit, and one more.
  for (let night = 20; night < 31; night++) {
    const dates = { checkIn: addDays(today, night), checkOut: addDays(today, night + 1) };
    const response = await book('beach-view', { offerId: free?.offerId, ...dates }, { address: '192.0.2.7' });
    statuses.push(response.status);
    limited = response.status === 429 ? response : limited;
  }
  expect(statuses.slice(0, 5)).not.toContain(409);
  expect(new Set(statuses)).toEqual(new Set([201, 429]));
  expect(Number(limited?.headers.get('retry-after'))).toBeGreaterThan(0);
});
