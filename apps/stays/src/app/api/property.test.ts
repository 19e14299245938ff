import { afterAll, beforeAll, expect, test } from 'vitest';
import { propertyHandlers } from '@/app/api/property';
import { addDays } from '@/features/property-page/nights';
import { startTestStays, type TestStays } from '@/testing/start-test-stays';

const { findAvailability, requestBooking, readProperty } = propertyHandlers;

let stays: TestStays;
let today: string;
beforeAll(async () => {
  stays = await startTestStays();
  today = (await (await read('sunset-hotel')).json()).today;
});
afterAll(() => stays.close());

const read = (slug: string, address = '203.0.113.1') =>
  stays.call(readProperty, `/api/properties/${encodeURIComponent(slug)}`, { params: { slug }, address });

function search(slug: string, query: Record<string, string>) {
  return stays.call(findAvailability, `/api/properties/${slug}/availability?${new URLSearchParams(query)}`, {
    params: { slug },
  });
}

type Option = {
  offerId: string;
  roomType: string;
  beds: string[] | null;
  capacity: number;
  price: { totalMinor: number; nights: { priceMinor: number }[] } | null;
};

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

/** Sends a request from an address of its own by default, because the limit is five an hour for each address. */
function book(slug: string, body: object, { address, key }: { address?: string; key?: string } = {}) {
  addresses += 1;
  const headers = {
    'content-type': 'application/json',
    ...(key === undefined ? {} : { 'idempotency-key': key }),
  };
  return stays.call(requestBooking, `/api/properties/${slug}/bookings`, {
    params: { slug },
    address: address ?? `198.51.100.${addresses}`,
    init: { method: 'POST', headers, body: JSON.stringify({ ...guest, ...body }) },
  });
}

test('a property’s public data has its rooms, and no code, WiFi password or guest’s name', async () => {
  const response = await read('sunset-hotel');
  expect(response.status).toBe(200);
  const body = await response.json();
  expect(body).toMatchObject({
    property: { name: 'Sunset Hotel', slug: 'sunset-hotel' },
    today: expect.any(String),
  });
  expect(body.rooms).toContainEqual(
    expect.objectContaining({
      roomType: 'River view double',
      capacity: 2,
      beds: 0,
      fromMinor: 1_200_000,
      minimumNights: 1,
    }),
  );
  expect(JSON.stringify(body)).not.toMatch(/RM-|BK-|Sarah|Johnson|lantern|sunset;river/);
});

test.each(['no-such-property', 'Sunset Hotel', '../x', "x' or 1=1", 'x'.repeat(61)])(
  'the slug %j is not found',
  async (slug) => {
    const response = await read(slug, '203.0.113.9');
    expect(response.status).toBe(404);
    expect((await response.json()).error).toBe('not_found');
  },
);

test('a property’s description is in the requested language if it was translated', async () => {
  const response = await stays.call(readProperty, '/api/properties/sunset-hotel', {
    params: { slug: 'sunset-hotel' },
    init: { headers: { 'accept-language': 'vi' } },
  });
  expect((await response.json()).property.description).not.toContain('Quiet rooms two streets');
});

test('a search finds rooms large enough for the guests, and the single beds of a dorm for one guest', async () => {
  const forTwo = await find('sunset-hotel', 40, 42, 2);
  expect(forTwo.map((option) => option.roomType)).toContain('River view double');
  expect(forTwo.every((option) => option.beds === null && option.capacity >= 2)).toBe(true);
  expect(await find('sunset-hotel', 40, 42, 3)).toEqual([]);
  expect(await find('backpack-hostel', 40, 42)).toMatchObject([{ beds: ['1', '2', '3', '4'] }]);
  expect(await find('backpack-hostel', 40, 42, 2)).toEqual([]);
});

test('a search for nights that cannot be booked is refused as an invalid request', async () => {
  const checkIn = addDays(today, 3);
  const response = await search('sunset-hotel', { checkIn, checkOut: checkIn, guests: '1' });
  expect(response.status).toBe(400);
  expect((await response.json()).error).toBe('invalid_request');
});

test.each([
  ['no dates', {}],
  ['a date that does not exist', { checkIn: '2026-02-30', checkOut: '2026-03-01' }],
  ['the year 0000, which no calendar has', { checkIn: '0000-01-01', checkOut: '0000-01-02' }],
  ['the year 0000 as the end', { checkIn: '2027-01-01', checkOut: '0000-01-02' }],
  ['the first date there is', { checkIn: '0001-01-01', checkOut: '0001-01-02' }],
  ['the last date there is', { checkIn: '9999-12-30', checkOut: '9999-12-31' }],
  ['a year of five digits', { checkIn: '+10000-01-01', checkOut: '+10000-01-02' }],
  ['too many guests', { checkIn: '2027-01-01', checkOut: '2027-01-02', guests: '51' }],
  ['an unknown field', { checkIn: '2027-01-01', checkOut: '2027-01-02', all: '1' }],
])('a search is refused with %s', async (_case, query) => {
  expect((await search('sunset-hotel', query as Record<string, string>)).status).toBe(400);
});

test('a booking request holds its bed, and a second one for the bed is refused with the reason', async () => {
  const [free] = await find('sunset-hotel', 50, 52, 2);
  const request = {
    offerId: free?.offerId,
    checkIn: addDays(today, 50),
    checkOut: addDays(today, 52),
    guestCount: 2,
  };
  const first = await book('sunset-hotel', request);
  expect(first.status).toBe(201);
  expect(await first.json()).toEqual({
    bookingCode: expect.stringMatching(/^BK-\w{6}$/),
    status: 'pending',
    totalMinor: free?.price?.totalMinor,
  });
  const second = await book('sunset-hotel', request);
  expect(second.status).toBe(409);
  expect(await second.json()).toMatchObject({ error: 'conflict', reason: 'bed_is_taken' });
  const stillFree = await find('sunset-hotel', 50, 52, 2);
  expect(stillFree.map((option) => option.offerId)).not.toContain(free?.offerId);
  expect((await find('sunset-hotel', 52, 53, 2)).map((option) => option.offerId)).toContain(free?.offerId);
});

test('an option has the total of its nights, and a request that expects another total is refused with the right one', async () => {
  const [free] = await find('palm-resort', 55, 58, 2);
  const nights = free?.price?.nights.map((night) => night.priceMinor) ?? [];
  const totalMinor = nights.reduce((sum, price) => sum + price, 0);
  expect(nights).toHaveLength(3);
  expect(free?.price?.totalMinor).toBe(totalMinor);
  const request = {
    offerId: free?.offerId,
    checkIn: addDays(today, 55),
    checkOut: addDays(today, 58),
    guestCount: 2,
  };
  for (const expectedTotalMinor of [totalMinor - 1, null]) {
    const refused = await book('palm-resort', { ...request, expectedTotalMinor });
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ error: 'conflict', reason: 'total_changed', totalMinor });
  }
  const made = await book('palm-resort', { ...request, expectedTotalMinor: totalMinor });
  expect(await made.json()).toMatchObject({ status: 'pending', totalMinor });
});

test('a type for longer stays is named apart from the options, and a request that is too short is refused', async () => {
  const nights = { checkIn: addDays(today, 40), checkOut: addDays(today, 41) };
  const found = await (await search('quiet-house', { ...nights, guests: '2' })).json();
  expect(found).toMatchObject({
    options: [],
    longerOnly: [{ roomType: 'Whole house', minimumNights: expect.any(Number) }],
  });
  const longer = await find('quiet-house', 40, 50, 2);
  const refused = await book('quiet-house', { ...nights, offerId: longer[0]?.offerId, guestCount: 2 });
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({
    reason: 'stay_is_too_short',
    minimumNights: found.longerOnly[0].minimumNights,
  });
});

test('a booking request that is sent several times under one key is made once', async () => {
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
  ['a bed that the room does not have', { bed: '9' }],
  ['no bed of a shared room', { bed: undefined }],
  ['two guests in one bed', { guestCount: 2 }],
  ['no name', { guestName: ' ' }],
  ['a last name without letters', { guestLastName: '--' }],
  ['an email address without an @', { guestEmail: 'ana' }],
  ['a status', { status: 'confirmed' }],
  ['dates in the past', { checkIn: '2020-01-01', checkOut: '2020-01-02' }],
  ['the year 0000', { checkIn: '0000-01-01', checkOut: '0000-01-02' }],
])('a booking request is refused with %s', async (_case, changes) => {
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

test('a booking request for a room of another property is not found', async () => {
  const [free] = await find('backpack-hostel', 70, 72);
  const request = {
    offerId: free?.offerId,
    bed: '1',
    checkIn: addDays(today, 70),
    checkOut: addDays(today, 72),
  };
  expect((await book('sunset-hotel', request)).status).toBe(404);
  expect((await book('no-such-property', request)).status).toBe(404);
});

test('one address may make five booking requests an hour, and is limited then', async () => {
  const [free] = await find('beach-view', 20, 21);
  const statuses: number[] = [];
  let limited: Response | undefined;
  // The hour may change while this runs and reset the count, so send twice the limit and one more.
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
