import fc from 'fast-check';
import type { MrzFormat } from '../layouts.ts';

/** A valid text and what it says, made without the code under test. */
export type MadeMrz = {
  lines: string[];
  documentCode: string;
  issuingState: string;
  surname: string;
  givenNames: string;
  documentNumber: string;
  nationality: string;
  /** `yymmdd` as in the text. */
  birthDate: string;
  expiryDate: string;
  sex: string;
  optionalData: string;
};

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The check digit, written again so that a fault in the package's own does not hide. */
export function digitOf(text: string): string {
  const total = [...text].reduce((sum, character, index) => {
    const value = character === '<' ? 0 : alphabet.indexOf(character);
    return sum + value * (index % 3 === 0 ? 7 : index % 3 === 1 ? 3 : 1);
  }, 0);
  return String(total % 10);
}

const letters = fc.string({ unit: fc.constantFrom(...alphabet.slice(10)), minLength: 1, maxLength: 6 });
const words = fc.array(letters, { minLength: 1, maxLength: 2 }).map((parts) => parts.join(' '));
const country = fc.constantFrom(
  'FRA',
  'PRT',
  'D',
  'GBR',
  'GBD',
  'XXA',
  'XXB',
  'XXX',
  'UNO',
  'RKS',
  'EUE',
  'USA',
);
const text = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength, maxLength });
const monthAndDay = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(''));
const dateIn = (min: number, max: number) =>
  fc.tuple(fc.integer({ min, max }), monthAndDay).map(([year, rest]) => String(year).padStart(2, '0') + rest);

const codes: Record<MrzFormat, string[]> = {
  TD1: ['I', 'ID', 'C', 'AC', 'IR'],
  TD2: ['I', 'ID', 'A'],
  TD3: ['P', 'PD', 'PP'],
  'MRV-A': ['V', 'VC'],
  'MRV-B': ['V', 'VX'],
};
/** How many characters the optional data has after which nothing of the number follows. */
const optionalLengths: Record<MrzFormat, number> = { TD1: 15, TD2: 7, TD3: 14, 'MRV-A': 16, 'MRV-B': 8 };

/** Valid texts of a format; `numberLength` is of the document number. */
export function mrzArbitrary(format: MrzFormat, numberLength = { min: 1, max: 9 }): fc.Arbitrary<MadeMrz> {
  return fc
    .record({
      documentCode: fc.constantFrom(...codes[format]),
      issuingState: country,
      surname: words,
      givenNames: fc.oneof(words, fc.constant('')),
      documentNumber: text(numberLength.min, numberLength.max),
      nationality: country,
      birthDate: dateIn(0, 99),
      expiryDate: dateIn(10, 40),
      sex: fc.constantFrom('F', 'M', '<'),
      optionalData: numberLength.max > 9 ? fc.constant('') : text(0, optionalLengths[format]),
    })
    .map((values) => ({ ...values, lines: makeLines(format, values) }));
}

type Values = Omit<MadeMrz, 'lines'>;

/** Writes the lines of a document. */
export function makeLines(format: MrzFormat, values: Values): string[] {
  const head = values.documentCode.padEnd(2, '<') + values.issuingState.padEnd(3, '<');
  const names = [values.surname, values.givenNames]
    .filter((name) => name !== '')
    .map((name) => name.replaceAll(' ', '<'))
    .join('<<');
  if (format === 'TD1') {
    const first = head + numberAndOptional(values).padEnd(25, '<');
    const dates = `${withDigit(values.birthDate)}${values.sex}${withDigit(values.expiryDate)}`;
    const second = `${dates}${values.nationality.padEnd(3, '<')}<<<<<<<<<<<`;
    const composite = digitOf(first.slice(5) + second.slice(0, 7) + second.slice(8, 15) + second.slice(18));
    return [first, second + composite, names.padEnd(30, '<')];
  }
  const width = format === 'TD3' || format === 'MRV-A' ? 44 : 36;
  return [(head + names).padEnd(width, '<'), makeSecondLine(format, values)];
}

function makeSecondLine(format: Exclude<MrzFormat, 'TD1'>, values: Values): string {
  const [number, optional] = [numberAndOptional(values).slice(0, 10), numberAndOptional(values).slice(10)];
  const dates = `${withDigit(values.birthDate)}${values.sex}${withDigit(values.expiryDate)}`;
  const start = number + values.nationality.padEnd(3, '<') + dates;
  const data = optional.padEnd(optionalLengths[format], '<');
  if (format.startsWith('MRV')) return start + data;
  const line = start + (format === 'TD3' ? data + digitOf(data) : data);
  return line + digitOf(line.slice(0, 10) + line.slice(13, 20) + line.slice(21));
}

/** Nine characters, their digit and the optional data, into which a longer number goes on. */
function numberAndOptional({ documentNumber, optionalData }: Values): string {
  if (documentNumber.length <= 9) return withDigit(documentNumber.padEnd(9, '<')) + optionalData;
  return `${documentNumber.slice(0, 9)}<${documentNumber.slice(9)}${digitOf(documentNumber)}<${optionalData}`;
}

function withDigit(value: string): string {
  return value + digitOf(value);
}
