import { expect, test } from 'vitest';
import { formatCsvLine } from './format-csv.ts';

test('cells are in quotes, and a quote is doubled', () => {
  expect(formatCsvLine(['Room 203', 'a "suite", sea view', 'two\nlines', ''])).toBe(
    '"Room 203","a ""suite"", sea view","two\nlines",""\r\n',
  );
});

test.each(['=1+1', '+84 236', '-2', '@SUM(A1)', '\tx', '\rx'])('%j is no formula', (text) => {
  expect(formatCsvLine([text])).toBe(`"'${text}"\r\n`);
});

test.each([
  ['after a semicolon', 'suite;=1+1', "suite;'=1+1"],
  ['at the start, after a semicolon', ';@SUM(A1)', ";'@SUM(A1)"],
  ['after a semicolon and a quote', 'x;"=1+1"', `x;'""=1+1""`],
  ['on a line of its own', 'two\n-2', "two\n'-2"],
  ['after a tab', 'x\t+84', "x\t'+84"],
])('no formula begins inside of a cell %s, where a spreadsheet separates by semicolons', (_, text, cell) => {
  expect(formatCsvLine([text])).toBe(`"${cell}"\r\n`);
});

test('a semicolon, a sign or a dash inside of a text changes nothing', () => {
  expect(formatCsvLine(['a; b - c = d', 'x@example.com'])).toBe('"a; b - c = d","x@example.com"\r\n');
});
