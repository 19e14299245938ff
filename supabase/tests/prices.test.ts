import type { TestDatabase } from '@gudbro/supabase-local/testing';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import { makeProperty, type Property } from './support/make-property.ts';
import { makeRoomType, makeSeason, type RoomType } from './support/make-room-type.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { queryAs, signUpMember } from './support/people.ts';

type Night = { night: string; priceMinor: number | null; isWeekend: boolean; season: string | null };
type Price = { totalMinor: number | null; minimumNights: number; nights: Night[] };

async function priceStay(
  database: TestDatabase,
  type: { id: string | null },
  checkIn: string,
  checkOut: string,
  locale: string | null = null,
): Promise<Price> {
  const [row] = await database.sql<{ price: Price }>(
    'select private.price_stay($1, $2::date, $3::date, $4) as price',
    [type.id, checkIn, checkOut, locale],
  );
  if (row === undefined) throw new Error('price_stay returns one row');
  return row.price;
}

onNativePostgres('private.price_stay', {}, (database) => {
  let property: Property;
  let type: RoomType;
  beforeAll(async () => {
    property = await makeProperty(database());
    type = await makeRoomType(database(), property, { weekend_price: 10_000, minimum_nights: 1 });
    const season = { first_night: '2027-07-01', last_night: '2027-07-31' };
    await makeSeason(database(), type, { ...season, weekend_price: 15_000, minimum_nights: 3 });
    const turn = { first_night: '2027-12-31', last_night: '2028-01-01', price: 20_000 };
    await makeSeason(database(), type, {
      ...turn,
      name: 'New Year',
      translations: { vi: { name: 'Năm mới' } },
    });
  });

  it.each([
    ['a night in the week', '2027-03-01', '2027-03-02', [8000]],
    [
      'Friday and Saturday nights at the weekend price',
      '2027-03-04',
      '2027-03-08',
      [8000, 10_000, 10_000, 8000],
    ],
    ['the day before a season and its first night', '2027-06-30', '2027-07-02', [8000, 12_000]],
    ['the weekend inside a season', '2027-07-01', '2027-07-04', [12_000, 15_000, 15_000]],
    ['the last night of a season and the day after', '2027-07-31', '2027-08-02', [15_000, 8000]],
    ['the turn of the year', '2027-12-30', '2028-01-03', [8000, 20_000, 20_000, 8000]],
    ['a leap day', '2028-02-28', '2028-03-01', [8000, 8000]],
    ['the day on which clocks change', '2027-03-28', '2027-03-29', [8000]],
  ])('prices %s', async (_case, checkIn, checkOut, prices) => {
    const price = await priceStay(database(), type, checkIn, checkOut);
    expect(price.nights.map((night) => night.priceMinor)).toEqual(prices);
    expect(price.totalMinor).toBe(prices.reduce((sum, one) => sum + one, 0));
  });

  it('each night says what its price is made of, in the reader’s language', async () => {
    expect((await priceStay(database(), type, '2027-12-30', '2028-01-01', 'vi')).nights).toEqual([
      { night: '2027-12-30', priceMinor: 8000, isWeekend: false, season: null },
      { night: '2027-12-31', priceMinor: 20_000, isWeekend: false, season: 'Năm mới' },
    ]);
    const [friday] = (await priceStay(database(), type, '2027-07-02', '2027-07-03')).nights;
    expect(friday).toEqual({ night: '2027-07-02', priceMinor: 15_000, isWeekend: true, season: 'Summer' });
  });

  it.each([
    ['outside a season', '2027-03-01', '2027-03-02', 1],
    ['with one night in a season that has a minimum', '2027-06-29', '2027-07-02', 3],
    ['in a season without a minimum of its own', '2027-12-31', '2028-01-02', 1],
  ])('a stay %s has to be as long as the longest minimum', async (_case, checkIn, checkOut, minimum) => {
    expect((await priceStay(database(), type, checkIn, checkOut)).minimumNights).toBe(minimum);
  });

  it('a stay has no total as soon as one night has no price', async () => {
    const asking = await makeRoomType(database(), property, { price: null, minimum_nights: 2 });
    const dates = { first_night: '2027-07-01', last_night: '2027-07-31' };
    await makeSeason(database(), asking, dates);
    expect(await priceStay(database(), asking, '2027-06-30', '2027-07-02')).toEqual({
      totalMinor: null,
      minimumNights: 2,
      nights: [
        { night: '2027-06-30', priceMinor: null, isWeekend: false, season: null },
        { night: '2027-07-01', priceMinor: 12_000, isWeekend: false, season: 'Summer' },
      ],
    });
    expect((await priceStay(database(), asking, '2027-07-01', '2027-07-03')).totalMinor).toBe(24_000);
  });

  it('a room without a type has no price', async () => {
    const nothing = { totalMinor: null, minimumNights: 1, nights: [] };
    expect(await priceStay(database(), { id: null }, '2027-03-01', '2027-03-02')).toEqual(nothing);
    expect(await priceStay(database(), { id: crypto.randomUUID() }, '2027-03-01', '2027-03-02')).toEqual(
      nothing,
    );
  });

  it('agrees with a plain model for any prices, weekends, seasons and nights', async () => {
    const amount = fc.integer({ min: 1, max: 1_000_000_000 });
    const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
    const models = fc.record({
      price: maybe(amount),
      weekendPrice: maybe(amount),
      weekendNights: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 6 }),
      minimumNights: fc.integer({ min: 1, max: 90 }),
      // Seasons follow each other with gaps, from a day before the turn of a leap year.
      seasons: fc.array(
        fc.record({
          gap: fc.integer({ min: 0, max: 5 }),
          length: fc.integer({ min: 1, max: 20 }),
          price: amount,
          weekendPrice: maybe(amount),
          minimumNights: maybe(fc.integer({ min: 1, max: 90 })),
        }),
        { maxLength: 4 },
      ),
      start: fc.integer({ min: -5, max: 70 }),
      nights: fc.integer({ min: 1, max: 30 }),
    });
    await fc.assert(
      fc.asyncProperty(models, async (drawn) => {
        const model = { ...drawn, weekendPrice: drawn.price === null ? null : drawn.weekendPrice };
        const made = await makeRoomType(database(), property, {
          price: model.price,
          weekend_price: model.weekendPrice,
          weekend_nights: model.weekendNights,
          minimum_nights: model.minimumNights,
        });
        const seasons = placeSeasons(model.seasons);
        for (const season of seasons) {
          await makeSeason(database(), made, {
            first_night: dateOf(season.first),
            last_night: dateOf(season.last),
            price: season.price,
            weekend_price: season.weekendPrice,
            minimum_nights: season.minimumNights,
          });
        }
        const found = await priceStay(
          database(),
          made,
          dateOf(model.start),
          dateOf(model.start + model.nights),
        );
        expect(found).toEqual(priceByModel({ ...model, seasons }));
      }),
      { numRuns: 60 },
    );
  });
});

/** A day after 30 December 2027. */
const dateOf = (day: number) => new Date(Date.UTC(2027, 11, 30 + day)).toISOString().slice(0, 10);

type Terms = { price: number | null; weekendPrice: number | null };
type Season = Terms & { first: number; last: number; minimumNights: number | null };
type Model = Terms & {
  weekendNights: number[];
  minimumNights: number;
  seasons: Season[];
  start: number;
  nights: number;
};

function placeSeasons(
  drawn: (Terms & { gap: number; length: number; minimumNights: number | null })[],
): Season[] {
  let next = 0;
  return drawn.map(({ gap, length, ...season }) => {
    const first = next + gap;
    next = first + length;
    return { ...season, first, last: next - 1 };
  });
}

function priceByModel(model: Model): Price {
  let minimumNights = 1;
  const nights: Night[] = [];
  for (let day = model.start; day < model.start + model.nights; day += 1) {
    const season = model.seasons.find(({ first, last }) => day >= first && day <= last);
    const terms = season ?? model;
    const weekday = new Date(`${dateOf(day)}T12:00:00Z`).getUTCDay() || 7;
    const isWeekend = terms.weekendPrice !== null && model.weekendNights.includes(weekday);
    minimumNights = Math.max(minimumNights, season?.minimumNights ?? model.minimumNights);
    nights.push({
      night: dateOf(day),
      priceMinor: isWeekend ? terms.weekendPrice : terms.price,
      isWeekend,
      season: season ? 'Summer' : null,
    });
  }
  const prices = nights.map((night) => night.priceMinor);
  const total = prices.reduce((sum, price) => (sum === null || price === null ? null : sum + price), 0);
  return { totalMinor: total, minimumNights, nights };
}

onNativePostgres('private.lowest_price', {}, (database) => {
  const lowest = async (type: RoomType, today: string) => {
    const [row] = await database().sql<{ lowest: number | null }>(
      'select private.lowest_price(t, $2::date) as lowest from public.accom_room_types t where id = $1',
      [type.id, today],
    );
    return row?.lowest;
  };

  it.each([
    ['the lower of price and weekend price', { price: 8000, weekend_price: 7000 }, [], 7000],
    ['a season that is cheaper', { price: 8000 }, [['2027-05-01', '2027-05-31', 5000]], 5000],
    ['no season that is over', { price: 8000 }, [['2026-05-01', '2027-02-28', 5000]], 8000],
    ['no season that is more than a year ahead', { price: 8000 }, [['2028-03-02', '2028-05-31', 5000]], 8000],
    [
      'a price that no season leaves a night, of the seasons',
      { price: 8000 },
      [['2027-01-01', '2028-12-31', 9000]],
      9000,
    ],
    ['a season, where the type has no price', { price: null }, [['2027-05-01', '2027-05-31', 5000]], 5000],
    ['nothing, where there is no price', { price: null }, [], null],
  ] as const)('from is %s', async (_case, columns, seasons, expected) => {
    const type = await makeRoomType(database(), await makeProperty(database()), columns);
    for (const [first_night, last_night, price] of seasons) {
      await makeSeason(database(), type, { first_night, last_night, price });
    }
    expect(await lowest(type, '2027-03-01')).toBe(expected);
  });
});

onNativePostgres('try_price', {}, (database) => {
  const call = 'select public.try_price($1, $2::date, $3::date) as price';

  it('a member is told what nights cost, and nobody else is', async () => {
    const property = await makeProperty(database());
    const type = await makeRoomType(database(), property);
    const staff = await signUpMember(database(), property.id, 'staff');
    const stranger = await signUpMember(database(), (await makeProperty(database())).id, 'owner');
    const nights = ['2027-03-01', '2027-03-03'];
    expect(await queryAs(database(), staff, call, [type.id, ...nights])).toMatchObject([
      { price: { totalMinor: 16_000, minimumNights: 1 } },
    ]);
    expect(await catchDatabaseError(queryAs(database(), stranger, call, [type.id, ...nights]))).toMatchObject(
      {
        message: 'not_found',
      },
    );
  });

  it.each([
    ['no night', '2027-03-01', '2027-03-01'],
    ['ninety-one nights', '2027-03-01', '2027-05-31'],
    ['no date', null, '2027-03-01'],
  ])('a trial with %s is refused', async (_case, checkIn, checkOut) => {
    const property = await makeProperty(database());
    const type = await makeRoomType(database(), property);
    const staff = await signUpMember(database(), property.id, 'staff');
    const trial = queryAs(database(), staff, call, [type.id, checkIn, checkOut]);
    expect(await catchDatabaseError(trial)).toMatchObject({
      message: 'invalid_request',
      detail: { reason: 'nights_cannot_be_booked' },
    });
  });
});

describe('the plain model', () => {
  it('finds a Saturday and the day after the turn of the year', () => {
    expect(dateOf(0)).toBe('2027-12-30');
    expect(new Date(`${dateOf(2)}T12:00:00Z`).getUTCDay()).toBe(6);
  });
});
