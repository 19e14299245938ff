import fc from 'fast-check';
import { parse } from 'mrz';
import { describe, expect, test } from 'vitest';
import { parseMrz } from './parse-mrz.ts';
import { type MadeMrz, mrzArbitrary } from './testing/make-mrz.ts';

const today = '2026-01-31';
const sexes: Record<string, string> = { male: 'M', female: 'F', nonspecified: 'X' };

/** Our fields in the form of what was made: dates of six digits. */
function readBack(made: MadeMrz) {
  const read = parseMrz(made.lines.join('\n'), today);
  if (!read.ok) return read;
  const { fields } = read;
  const shorten = (date: string | null) => date?.slice(2).replaceAll('-', '');
  return {
    documentCode: fields.documentCode,
    issuingState: fields.issuingState,
    surname: fields.surname,
    givenNames: fields.givenNames,
    documentNumber: fields.documentNumber,
    nationality: fields.nationality,
    birthDate: shorten(fields.birthDate),
    sex: fields.sex,
    expiryDate: shorten(fields.expiryDate),
    optionalData: fields.optionalData,
  };
}

/** The same of the other library, which knows no visas. */
function judge(made: MadeMrz) {
  const { fields, valid, documentNumber } = parse(made.lines);
  expect(valid).toBe(true);
  return {
    documentCode: fields.documentCode,
    issuingState: fields.issuingState,
    surname: fields.lastName,
    givenNames: fields.firstName,
    documentNumber,
    nationality: fields.nationality,
    birthDate: fields.birthDate,
    sex: sexes[fields.sex ?? ''],
    expiryDate: fields.expirationDate,
    optionalData: fields.optional ?? fields.optional1 ?? fields.personalNumber,
  };
}

/** The other library takes these for a card of another layout. */
function looksLikeOldFrenchCard({ lines }: MadeMrz): boolean {
  return /^IDFRA/.test(lines[0] ?? '');
}

describe.each(['TD1', 'TD2', 'TD3', 'MRV-A', 'MRV-B'] as const)('%s', (format) => {
  test('reads each valid text as it was made', () => {
    fc.assert(
      fc.property(mrzArbitrary(format), (made) => {
        const { lines, ...values } = made;
        expect(lines.every((line) => line.length === lines[0]?.length)).toBe(true);
        expect(readBack(made)).toEqual({ ...values, sex: values.sex === '<' ? 'X' : values.sex });
      }),
      { numRuns: 1000 },
    );
  });
});

describe.each(['TD1', 'TD2', 'TD3'] as const)('%s', (format) => {
  test('agrees with another library on each valid text', () => {
    // It cannot read a text without given names.
    const made = mrzArbitrary(format).filter(
      (text) => text.givenNames !== '' && !looksLikeOldFrenchCard(text),
    );
    fc.assert(
      fc.property(made, (text) => {
        expect(readBack(text)).toEqual(judge(text));
      }),
      { numRuns: 1000 },
    );
  });
});

test.each([
  ['TD1', 22],
  ['TD2', 14],
] as const)('%s: agrees on document numbers of more than nine characters', (format, max) => {
  fc.assert(
    fc.property(mrzArbitrary(format, { min: 10, max }), (made) => {
      fc.pre(!looksLikeOldFrenchCard(made));
      const read = parseMrz(made.lines.join('\n'), today);
      expect(read).toMatchObject({ ok: true, fields: { documentNumber: made.documentNumber } });
      expect(parse(made.lines).documentNumber).toBe(made.documentNumber);
    }),
  );
});

test('agrees with another library on which mistyped texts are valid, where a digit covers them', () => {
  const change = fc.tuple(fc.nat(29), fc.constantFrom(...'0123456789'));
  fc.assert(
    fc.property(mrzArbitrary('TD3'), change, (made, [offset, digit]) => {
      const [first = '', second = ''] = made.lines;
      const column = offset < 20 && offset >= 10 ? offset + 10 : offset + 3;
      fc.pre(made.givenNames !== '' && column !== 10 && column !== 11 && column !== 12 && column !== 20);
      const lines = [first, second.slice(0, column) + digit + second.slice(column + 1)];
      const read = parseMrz(lines.join('\n'), today);
      // It knows no calendar.
      fc.pre(read.ok || read.reason !== 'wrong_date');
      expect(read.ok).toBe(parse(lines).valid);
    }),
    { numRuns: 3000 },
  );
});
