import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maxRoomsAtOnce, parseRoomRanges } from './room-ranges.ts';

/** The rooms as short texts: `101`, or `D1: 1 2` for a dorm. */
function listRooms(text: string): string[] | string {
  const read = parseRoomRanges(text);
  if (!read.ok) return read.problems.map(({ part, reason }) => `${reason} in ${part}`).join(', ');
  return read.rooms.map(({ number, beds }) => (beds.length === 0 ? number : `${number}: ${beds.join(' ')}`));
}

test.each([
  ['7', ['7']],
  ['101–103, 201-202', ['101', '102', '103', '201', '202']],
  ['101 — 103; 201 − 202\n301‑302', ['101', '102', '103', '201', '202', '301', '302']],
  ['101~103', ['101', '102', '103']],
  ['１０１－１０３、２０１', ['101', '102', '103', '201']],
  ['A1-A3', ['A1', 'A2', 'A3']],
  ['A1-3', ['A1', 'A2', 'A3']],
  ['A9-A11', ['A9', 'A10', 'A11']],
  ['A01-A03', ['A01', 'A02', 'A03']],
  ['098-101', ['098', '099', '100', '101']],
  ['0-2', ['0', '1', '2']],
  ['B-1 – B-3', ['B-1', 'B-2', 'B-3']],
  ['2-101-2-103', ['2-101', '2-102', '2-103']],
  ['1a-3a', ['1a', '2a', '3a']],
  ['12A-12C', ['12A', '12B', '12C']],
  ['12a-c', ['12a', '12b', '12c']],
  ['Garden, Villa-Rosa,  Mrs  Moon ', ['Garden', 'Villa-Rosa', 'Mrs Moon']],
  ['"12-3", "A, B"', ['12-3', 'A, B']],
  ['D1: 1-4', ['D1: 1 2 3 4']],
  ['D1-D2: 1 – 2 4', ['D1: 1 2 4', 'D2: 1 2 4']],
  ['D1: A1-A2 "upper 1"', ['D1: A1 A2 upper 1']],
  ['D1 x 3, D2 × 2', ['D1: 1 2 3', 'D2: 1 2']],
  ['', []],
  [' ,;\n, ', []],
])('reads %j as %j', (text, rooms) => {
  expect(listRooms(text)).toEqual(rooms);
});

test.each([
  ['112-101', 'backwards in 112-101'],
  ['101-12', 'backwards in 101-12'],
  ['08-112', 'unevenZeros in 08-112'],
  ['101, D1:', 'bedsMissing in D1:'],
  [': 1-4', 'roomMissing in : 1-4'],
  ['""', 'roomMissing in ""'],
  ['D1: 4-1', 'backwards in D1: 4-1'],
  ['D1 x 201', 'tooManyBeds in D1 x 201'],
  ['D1: 1-150 300-400', 'tooManyBeds in D1: 1-150 300-400'],
  ['"12-3', 'unclosedQuote in "12-3'],
  ['x'.repeat(41), `nameTooLong in ${'x'.repeat(41)}`],
  ['1-501', 'tooManyRooms in 1-501'],
  ['1-999999999', 'tooManyRooms in 1-999999999'],
  ['1-300, 1001-1300, 2001', 'tooManyRooms in 1001-1300'],
  ['D1: 1-4, D1: 1-6', 'differentBeds in D1: 1-6'],
  ['9-1, 101, 5-3', 'backwards in 9-1, backwards in 5-3'],
])('names the part of %j that is wrong', (text, problem) => {
  expect(listRooms(text)).toBe(problem);
});

test('a number that is typed twice is one room, and is reported', () => {
  expect(parseRoomRanges('101-103, 102, 103-104')).toEqual({
    ok: true,
    rooms: ['101', '102', '103', '104'].map((number) => ({ number, beds: [] })),
    repeated: ['102', '103'],
  });
});

describe('for every text', () => {
  const prefix = fc.constantFrom('', 'A', 'B-', 'Room ', '2.');
  const dash = fc.constantFrom('-', '–', ' — ', ' − ', '‑');

  test('a range has each number between its ends once, in order, as wide as it was typed', () => {
    fc.assert(
      fc.property(
        prefix,
        dash,
        fc.nat(9000),
        fc.nat(499),
        fc.boolean(),
        (before, between, first, more, pads) => {
          const width = pads ? 5 : 1;
          const name = (value: number) => before + String(value).padStart(width, '0');
          expect(listRooms(name(first) + between + name(first + more))).toEqual(
            Array.from({ length: more + 1 }, (_, index) => name(first + index)),
          );
        },
      ),
    );
  });

  test('reading ends, with at most 500 different rooms or with parts that are in the text', () => {
    const pieces = fc.constantFrom(...'190Ab-–:," x\n~漢');
    fc.assert(
      fc.property(fc.string({ unit: pieces, maxLength: 60 }), (text) => {
        const read = parseRoomRanges(text);
        if (!read.ok) {
          for (const { part } of read.problems) expect(text.replaceAll(/\s+/g, ' ')).toContain(part);
          return;
        }
        const numbers = read.rooms.map((room) => room.number);
        expect(numbers.length).toBeLessThanOrEqual(maxRoomsAtOnce);
        expect(new Set(numbers).size).toBe(numbers.length);
        for (const name of read.rooms.flatMap((room) => [room.number, ...room.beds])) {
          expect(name.trim()).toBe(name);
          expect(name.length).toBeGreaterThan(0);
          expect(name.length).toBeLessThanOrEqual(40);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('rooms that are typed one by one in quotes are read unchanged', () => {
    const name = fc.stringMatching(/^[A-Za-z0-9 ,:;–-]{1,40}$/).filter((text) => text === text.trim());
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 20 }), (names) => {
        const expected = names.map((text) => text.replaceAll(/ +/g, ' '));
        expect(listRooms(names.map((text) => `"${text}"`).join(', '))).toEqual([...new Set(expected)]);
      }),
    );
  });
});
