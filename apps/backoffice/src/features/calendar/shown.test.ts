import { expect, test } from 'vitest';
import { bedRem, headRem } from './geometry';
import { findScroll, findShown } from './shown';

const rem = 16;
const sizes = { rem, day: 40, rooms: 120, width: 1240, height: headRem * rem + 10 * bedRem * rem };
const tops = Array.from({ length: 101 }, (_, index) => index * bedRem);
const bed = bedRem * rem;

test('the rows in view are rendered, and four on each side of them', () => {
  expect(findShown({ left: 0, top: 50 * bed }, tops, sizes)).toMatchObject({ firstRow: 46, lastRow: 66 });
});

test('scrolled by less than a row, the same is rendered', () => {
  const before = findShown({ left: 60 * 40, top: 50 * bed }, tops, sizes);
  expect(findShown({ left: 60 * 40 + 15, top: 50 * bed + 20 }, tops, sizes)).toEqual(before);
});

test('at the ends there are no rows and weeks that do not exist', () => {
  expect(findShown({ left: 0, top: 0 }, tops, sizes)).toEqual({
    ...{ firstRow: 0, lastRow: 16 },
    ...{ fromColumn: 0, toColumn: 28 },
  });
  expect(findShown({ left: 400 * 40 - 1120, top: 90 * bed }, tops, sizes)).toEqual({
    ...{ firstRow: 86, lastRow: 100 },
    ...{ fromColumn: 371, toColumn: 406 },
  });
});

test('the weeks are whole ones, also where the view begins in the middle of one', () => {
  expect(findShown({ left: 60 * 40, top: 0 }, tops, sizes)).toMatchObject({ fromColumn: 56, toColumn: 91 });
});

test('what is in view is not scrolled to, and what is not no further than it needs', () => {
  expect(findScroll(100, 150, 200, 300)).toBe(100);
  expect(findScroll(100, 40, 90, 300)).toBe(40);
  expect(findScroll(100, 500, 550, 300)).toBe(250);
});
