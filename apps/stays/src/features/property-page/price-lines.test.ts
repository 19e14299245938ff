import { expect, test } from 'vitest';
import { listPriceLines } from './price-lines.ts';

const night = (priceMinor: number, isWeekend = false, season: string | null = null) => ({
  night: '2027-03-01',
  priceMinor,
  isWeekend,
  season,
});

test('nights that cost the same for the same reason are one line, in the order of the stay', () => {
  const nights = [night(80), night(100, true), night(100, true), night(80), night(100, false, 'Summer')];
  expect(listPriceLines({ nights })).toEqual([
    { season: null, isWeekend: false, priceMinor: 80, nights: 2 },
    { season: null, isWeekend: true, priceMinor: 100, nights: 2 },
    { season: 'Summer', isWeekend: false, priceMinor: 100, nights: 1 },
  ]);
});
