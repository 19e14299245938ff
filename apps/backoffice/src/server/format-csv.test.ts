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
