import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBirthDate, readExpiryDate } from './read-dates.ts';

test.each([
  ['740812', '2026-01-31', '1974-08-12'],
  ['250101', '2026-01-31', '2025-01-01'],
  ['260131', '2026-01-31', '2026-01-31'],
  ['260201', '2026-01-31', '1926-02-01'],
  ['000229', '2026-01-31', '2000-02-29'],
  ['990101', '1999-06-01', '1999-01-01'],
  ['990601', '2100-01-01', '2099-06-01'],
  ['250229', '2026-01-31', 'impossible'],
  ['000000', '2026-01-31', 'impossible'],
  ['7408<<', '2026-01-31', null],
  ['7400<<', '2026-01-31', 'impossible'],
])('somebody with %s on %s was born on %s', (digits, today, date) => {
  expect(readBirthDate(digits, today)).toBe(date);
});

test('a passport of 2095 expires in the next century', () => {
  expect(readExpiryDate('050101', 'passport', '2095-06-01')).toBe('2105-01-01');
});

test.each([
  ['300415', 'passport', '2030-04-15'],
  ['460131', 'passport', '2046-01-31'],
  ['460201', 'passport', 'impossible'],
  ['760131', 'passport', '1976-01-31'],
  ['760130', 'passport', 'impossible'],
  ['990101', 'passport', '1999-01-01'],
  ['601231', 'visa', 'impossible'],
  ['601231', 'id_card', '2060-12-31'],
  ['750101', 'id_card', '2075-01-01'],
  ['761231', 'id_card', '1976-12-31'],
  ['990101', 'id_card', '9999-01-01'],
  ['<<<<<<', 'id_card', null],
  ['301301', 'id_card', 'impossible'],
] as const)('%s on a document of type %s is %s', (digits, type, date) => {
  expect(readExpiryDate(digits, type, '2026-01-31')).toBe(date);
});

const day = { noInvalidDate: true };
const toText = (date: Date) => date.toISOString().slice(0, 10);

test('a birth of the last 99 years is read as it was', () => {
  const [min, max] = [new Date('1980-01-01'), new Date('2140-01-01')];
  fc.assert(
    fc.property(fc.date({ ...day, min, max }), fc.integer({ min: 0, max: 36_000 }), (now, age) => {
      const birth = toText(new Date(now.getTime() - age * 86_400_000));
      expect(readBirthDate(birth.slice(2).replaceAll('-', ''), toText(now))).toBe(birth);
    }),
  );
});
