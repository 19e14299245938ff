import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import {
  callAsStaysServer,
  getOwnStay,
  getStayContent,
  makeClient,
  resolveRoom,
} from './support/guest-calls.ts';
import { makeArea, makeCategory, makeDeal, makeItem, makeNumber } from './support/make-content.ts';
import {
  makeBooking,
  makeProperty,
  makeRoom,
  type Property,
  type Room,
  subjectOfRoom,
} from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';

/** Adds content in the property's own language and in Vietnamese. */
async function addContent(database: TestDatabase, property: Property): Promise<void> {
  const category = await makeCategory(database, property, {
    translations: { vi: { name: 'Bữa sáng' } },
  });
  await makeItem(database, category, {
    description: 'In a broth that simmered overnight.',
    translations: { vi: { name: 'Phở bò', description: 'Ninh qua đêm.' } },
  });
  await makeDeal(database, property, {
    discount: '10 % off',
    translations: { vi: { title: 'Bữa tối bên cầu', discount: 'Giảm 10 %' } },
  });
  await makeNumber(database, property, { translations: { vi: { category: 'Khẩn cấp', label: 'Công an' } } });
}

const propertyTexts = {
  description: 'Forty quiet rooms.',
  address: 'Two streets from the river',
  house_rules: ['Quiet from 22:00.', 'No smoking.'],
  amenities: ['Roof terrace'],
  translations: {
    vi: { description: 'Bốn mươi phòng yên tĩnh.', houseRules: ['Giữ yên lặng từ 22:00.'] },
  },
};

/** The content in Vietnamese; amenities and address have no translation. */
const inVietnamese = {
  property: {
    name: 'Lantern House',
    description: 'Bốn mươi phòng yên tĩnh.',
    address: 'Two streets from the river',
    houseRules: ['Giữ yên lặng từ 22:00.'],
    amenities: ['Roof terrace'],
    images: [],
  },
  services: {
    currency: 'VND',
    categories: [
      { name: 'Bữa sáng', description: '', items: [{ name: 'Phở bò', description: 'Ninh qua đêm.' }] },
    ],
  },
  deals: [{ title: 'Bữa tối bên cầu', discount: 'Giảm 10 %', partner: 'River Kitchen' }],
  numbers: [{ category: 'Khẩn cấp', label: 'Công an', phone: '113' }],
};

const inOwnLanguage = {
  property: { description: 'Forty quiet rooms.', houseRules: ['Quiet from 22:00.', 'No smoking.'] },
  services: { categories: [{ name: 'Breakfast', items: [{ name: 'Beef phở', priceMinor: 75_000 }] }] },
  deals: [{ title: 'Dinner by the bridge', discount: '10 % off' }],
  numbers: [{ category: 'Emergency', label: 'Police', phone: '113' }],
};

const contentParts = ['property', 'services', 'deals', 'numbers'] as const;

const contentOf = ({ property, services, deals, numbers }: Record<string, unknown>) => ({
  property,
  services,
  deals,
  numbers,
});

onNativePostgres('the content that a guest reads', {}, (database) => {
  let property: Property;
  let room: Room;
  let full: Record<string, string>;
  beforeAll(async () => {
    property = await makeProperty(database(), propertyTexts);
    room = await makeRoom(database(), property);
    const booking = await makeBooking(database(), room);
    full = { propertyId: property.id, bookingId: booking.id };
    await addContent(database(), property);
    await addContent(database(), await makeProperty(database()));
  });

  it.each([
    ['vi', inVietnamese],
    ['vi-VN', inVietnamese],
    ['fr', inOwnLanguage],
    ['en', inOwnLanguage],
    [null, inOwnLanguage],
    ['', inOwnLanguage],
    ['v'.repeat(100_000), inOwnLanguage],
  ])(
    'a scan, the stay page and each content part give the texts in the language of the reader, else in the property’s own (case %#)',
    async (locale, expected) => {
      const scanned = await resolveRoom(database(), room.room_code, makeClient(), true, locale);
      expect(scanned).toMatchObject({ ok: true, ...expected });
      expect(await getOwnStay(database(), full, locale)).toMatchObject(contentOf(scanned));
      for (const subject of [full, subjectOfRoom(room)]) {
        for (const part of contentParts) {
          expect(await getStayContent(database(), subject, part, locale)).toEqual({
            ok: true,
            content: contentOf(scanned)[part],
          });
        }
      }
    },
  );

  it('a scan without with_content has the property’s texts but no catalogue, deals or numbers', async () => {
    const scanned = await resolveRoom(database(), room.room_code, makeClient());
    expect(scanned).toMatchObject({ property: { houseRules: expect.any(Array) } });
    expect(Object.keys(scanned).sort()).toEqual([
      'accessSettings',
      'hasActiveBooking',
      'ok',
      'property',
      'room',
      'wifi',
    ]);
  });

  it('a property that hides its pages shows content to a full token and refuses a browse token', async () => {
    const hidden = await makeProperty(database(), {}, { browse_requires_verification: true });
    const hiddenRoom = await makeRoom(database(), hidden);
    const booking = await makeBooking(database(), hiddenRoom);
    expect(await getStayContent(database(), subjectOfRoom(hiddenRoom), 'property')).toEqual({
      ok: false,
      error: 'verification_required',
      method: 'last_name',
    });
    expect(
      await getStayContent(database(), { propertyId: hidden.id, bookingId: booking.id }, 'deals'),
    ).toMatchObject({
      ok: true,
    });
  });

  it.each(['wifi', '', null])('get_stay_content refuses an unknown part: %j', async (part) => {
    expect(
      await callAsStaysServer(database(), 'public.get_stay_content($1::jsonb, $2)', [full, part]),
    ).toEqual({ ok: false, error: 'invalid_request' });
  });

  it.each([
    ['no property', {}],
    ['null', null],
    ['an id that is not a uuid', { propertyId: 'x' }],
    ['an unknown property', { propertyId: crypto.randomUUID() }],
  ])('get_stay_content returns session_expired for a subject with %s', async (_, subject) => {
    expect(await getStayContent(database(), subject, 'numbers')).toEqual({
      ok: false,
      error: 'session_expired',
    });
  });

  it('get_stay_content returns session_expired when the property is closed', async () => {
    const closed = await makeProperty(database(), { is_active: false });
    expect(
      await getStayContent(database(), subjectOfRoom(await makeRoom(database(), closed)), 'property'),
    ).toEqual({
      ok: false,
      error: 'session_expired',
    });
  });

  it('list_own_incidents lists the areas in their order and in the language of the reader', async () => {
    await makeArea(database(), property, { name: 'Pool', sort_order: 2 });
    await makeArea(database(), property, { sort_order: 1, translations: { vi: { name: 'Phòng tắm' } } });
    const { areas } = await callAsStaysServer(database(), 'public.list_own_incidents($1::jsonb, $2)', [
      full,
      'vi',
    ]);
    expect(areas).toEqual([
      { id: expect.any(String), name: 'Phòng tắm', translated: ['name'] },
      { id: expect.any(String), name: 'Pool' },
    ]);
  });
});

/** The instant 2026-03-10T06:30 in three time zones. */
const halfPastSix: [string, string][] = [
  ['Asia/Ho_Chi_Minh', '2026-03-09T23:30:00Z'],
  ['America/Los_Angeles', '2026-03-10T13:30:00Z'],
  ['Pacific/Kiritimati', '2026-03-09T16:30:00Z'],
];

const hoursAfter = (instant: string, hours: number) =>
  new Date(Date.parse(instant) + hours * 3_600_000).toISOString();

onNativePostgres('the catalogue', {}, (database) => {
  const readItems = async ({ id }: Property, at: string) => {
    const rows = await database().sql<{ name: string; now: boolean }>(
      `select item ->> 'name' as name, (item ->> 'availableNow')::boolean as now
       from public.accom_properties p,
         jsonb_path_query(private.describe_services(p, $2::timestamptz, null), '$.categories[*].items[*]') item
       where p.id = $1`,
      [id, at],
    );
    return Object.fromEntries(rows.map(({ name, now }) => [name, now]));
  };

  it.each(halfPastSix)(
    'an item is available in its hours by the property’s clock, in %s',
    async (timezone, opening) => {
      const property = await makeProperty(database(), { timezone });
      const category = await makeCategory(database(), property);
      const hours = { morning: ['06:30', '10:00'], night: ['18:00', '02:00'], day: ['00:00', '24:00'] };
      for (const [name, [from, to]] of Object.entries(hours)) {
        await makeItem(database(), category, { name, available_from: from, available_to: to });
      }
      await makeItem(database(), category, { name: 'round', available_from: '09:00', available_to: '09:00' });
      await makeItem(database(), category, { name: 'any' });
      const always = { day: true, round: true, any: true };
      const at = (hour: number, seconds = 0) => hoursAfter(opening, hour - 6.5 + seconds / 3600);
      expect(await readItems(property, at(6.5, -1))).toEqual({ ...always, morning: false, night: false });
      expect(await readItems(property, at(6.5))).toEqual({ ...always, morning: true, night: false });
      expect(await readItems(property, at(10, -1))).toEqual({ ...always, morning: true, night: false });
      expect(await readItems(property, at(10))).toEqual({ ...always, morning: false, night: false });
      expect(await readItems(property, at(18))).toEqual({ ...always, morning: false, night: true });
      expect(await readItems(property, at(24))).toEqual({ ...always, morning: false, night: true });
      expect(await readItems(property, at(26, -1))).toEqual({ ...always, morning: false, night: true });
      expect(await readItems(property, at(26))).toEqual({ ...always, morning: false, night: false });
    },
  );

  it('an item shows its hours, whether it is sold out and its largest quantity', async () => {
    const property = await makeProperty(database());
    const room = await makeRoom(database(), property);
    const category = await makeCategory(database(), property, { icon: 'breakfast' });
    await makeItem(database(), category, { available_from: '06:30', available_to: '10:00', sort_order: 2 });
    await makeItem(database(), category, {
      name: 'Congee',
      is_sold_out: true,
      max_quantity: 3,
      price: 0,
      sort_order: 1,
    });
    const { services } = await resolveRoom(database(), room.room_code, makeClient(), true);
    expect(services).toMatchObject({
      categories: [
        {
          icon: 'breakfast',
          items: [
            {
              name: 'Congee',
              soldOut: true,
              availableNow: false,
              maxQuantity: 3,
              priceMinor: 0,
              availableFrom: null,
              availableTo: null,
            },
            {
              name: 'Beef phở',
              soldOut: false,
              availableFrom: '06:30',
              availableTo: '10:00',
              maxQuantity: 20,
            },
          ],
        },
      ],
    });
  });

  it('the catalogue leaves out inactive items, inactive categories and empty categories', async () => {
    const property = await makeProperty(database());
    const open = await makeCategory(database(), property, { name: 'Second', sort_order: 2 });
    const first = await makeCategory(database(), property, { name: 'First', sort_order: 1 });
    const closed = await makeCategory(database(), property, { name: 'Closed', is_active: false });
    const bare = await makeCategory(database(), property, { name: 'Bare' });
    await makeCategory(database(), property, { name: 'Empty' });
    for (const category of [open, first, closed]) await makeItem(database(), category);
    for (const category of [open, bare]) {
      await makeItem(database(), category, { name: 'Gone', is_active: false });
    }
    const { content: services } = await getStayContent(
      database(),
      subjectOfRoom(await makeRoom(database(), property)),
      'services',
    );
    expect(services).toMatchObject({
      categories: [
        { name: 'First', items: [{ name: 'Beef phở' }] },
        { name: 'Second', items: [{ name: 'Beef phở' }] },
      ],
    });
    expect(JSON.stringify(services)).not.toMatch(/Gone|Closed|Bare|Empty/);
  });

  it('an item cannot be put into a category of another property', async () => {
    const property = await makeProperty(database());
    const elsewhere = await makeCategory(database(), await makeProperty(database()));
    const astray = makeItem(database(), { ...elsewhere, property_id: property.id });
    expect(await catchDatabaseError(astray)).toMatchObject({ code: '23503' });
  });

  it.each([
    ['an opening hour but no closing hour', { available_from: '06:30' }],
    ['a negative price', { price: -1 }],
    ['a price above the limit', { price: 1_000_000_001 }],
    ['a largest quantity of zero', { max_quantity: 0 }],
    ['an empty name', { name: '' }],
    ['translations that are a list', { translations: [] }],
  ])('an item with %s is refused', async (_, columns) => {
    const category = await makeCategory(database(), await makeProperty(database()));
    expect(await catchDatabaseError(makeItem(database(), category, columns))).toMatchObject({
      code: '23514',
    });
  });
});

onNativePostgres('deals', {}, (database) => {
  const readTitles = async ({ id }: Property, at: string) => {
    const rows = await database().sql<{ title: string }>(
      `select deal ->> 'title' as title from public.accom_properties p,
         jsonb_array_elements(private.describe_deals(p, $2::timestamptz, null)) deal where p.id = $1`,
      [id, at],
    );
    return rows.map(({ title }) => title);
  };

  it.each(halfPastSix)(
    'a deal is shown from its first to its last day by the property’s calendar, in %s',
    async (timezone, at) => {
      const property = await makeProperty(database(), { timezone });
      await makeDeal(database(), property, {
        title: 'today',
        valid_from: '2026-03-10',
        valid_until: '2026-03-10',
      });
      await makeDeal(database(), property, { title: 'until', valid_until: '2026-03-10' });
      await makeDeal(database(), property, { title: 'from', valid_from: '2026-03-10' });
      await makeDeal(database(), property, { title: 'always' });
      await makeDeal(database(), property, { title: 'off', is_active: false });
      const midnight = hoursAfter(at, -6.5);
      const second = 1 / 3600;
      expect(await readTitles(property, hoursAfter(midnight, -second))).toEqual(['until', 'always']);
      expect(await readTitles(property, midnight)).toEqual(['today', 'until', 'from', 'always']);
      expect(await readTitles(property, hoursAfter(midnight, 24 - second))).toEqual([
        'today',
        'until',
        'from',
        'always',
      ]);
      expect(await readTitles(property, hoursAfter(midnight, 24))).toEqual(['from', 'always']);
    },
  );

  it.each([
    ['javascript:alert(1)'],
    ['http://example.com'],
    ['https://'],
    ['https://exam ple.com'],
    [' https://example.com'],
    ['https://example.com\n'],
    [`https://example.com/${'x'.repeat(500)}`],
  ])('a deal refuses a link that is not a plain https address (case %#)', async (link) => {
    const property = await makeProperty(database());
    expect(await catchDatabaseError(makeDeal(database(), property, { link }))).toMatchObject({
      code: '23514',
    });
  });

  it('a deal whose last day is before its first day is refused', async () => {
    const dates = { valid_from: '2026-03-11', valid_until: '2026-03-10' };
    const property = await makeProperty(database());
    expect(await catchDatabaseError(makeDeal(database(), property, dates))).toMatchObject({ code: '23514' });
  });

  describe('useful numbers', () => {
    it('useful numbers are listed by sort_order and then by label', async () => {
      const property = await makeProperty(database());
      await makeNumber(database(), property, { label: 'Taxi', phone: '+84 (0)236 3-000.111', sort_order: 2 });
      await makeNumber(database(), property, { label: 'Doctor', sort_order: 2 });
      await makeNumber(database(), property, { label: 'Police', sort_order: 1 });
      const { content: numbers } = await getStayContent(
        database(),
        subjectOfRoom(await makeRoom(database(), property)),
        'numbers',
      );
      expect(numbers).toMatchObject([{ label: 'Police' }, { label: 'Doctor' }, { label: 'Taxi' }]);
    });

    it.each(['javascript:alert(1)', '113;ext=1', '', '1', 'tel:113', '*21*113#', '113\n'])(
      'a useful number refuses the phone number %j',
      async (phone) => {
        const property = await makeProperty(database());
        expect(await catchDatabaseError(makeNumber(database(), property, { phone }))).toMatchObject({
          code: '23514',
        });
      },
    );
  });
});
