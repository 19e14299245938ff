import type { Place } from './read-result.ts';

export type MrzFormat = 'TD1' | 'TD2' | 'TD3' | 'MRV-A' | 'MRV-B';

/** Where each element is, by ICAO Doc 9303 parts 4 to 7. */
export type Layout = {
  format: MrzFormat;
  lineCount: number;
  lineLength: number;
  documentCode: Place;
  issuingState: Place;
  names: Place;
  documentNumber: Place;
  nationality: Place;
  birthDate: Place;
  sex: Place;
  expiryDate: Place;
  optionalData: Place;
  moreOptionalData: Place | null;
  /** The digit after optional data, which only a passport has. */
  optionalDataCheck: Place | null;
  /** The last digit and what it covers, in this order. Visas have none. */
  composite: { digit: Place; covers: Place[] } | null;
  /** Whether a document number of more than nine characters continues in `optionalData`. */
  overflows: boolean;
};

function at(line: number, start: number, end: number): Place {
  return { line, start, end };
}

/** The formats of two lines differ in their width and in what follows the expiry date. */
function twoLines(
  format: MrzFormat,
  lineLength: number,
  tail: Pick<Layout, 'optionalData' | 'optionalDataCheck' | 'composite' | 'overflows'>,
): Layout {
  return {
    format,
    lineCount: 2,
    lineLength,
    documentCode: at(0, 0, 2),
    issuingState: at(0, 2, 5),
    names: at(0, 5, lineLength),
    documentNumber: at(1, 0, 9),
    nationality: at(1, 10, 13),
    birthDate: at(1, 13, 19),
    sex: at(1, 20, 21),
    expiryDate: at(1, 21, 27),
    moreOptionalData: null,
    ...tail,
  };
}

function compositeOf(digit: number) {
  return { digit: at(1, digit, digit + 1), covers: [at(1, 0, 10), at(1, 13, 20), at(1, 21, digit)] };
}

const noCheck = { optionalDataCheck: null, composite: null, overflows: false };

export const layouts: readonly Layout[] = [
  twoLines('TD3', 44, {
    optionalData: at(1, 28, 42),
    optionalDataCheck: at(1, 42, 43),
    composite: compositeOf(43),
    overflows: false,
  }),
  twoLines('MRV-A', 44, { optionalData: at(1, 28, 44), ...noCheck }),
  {
    format: 'TD1',
    lineCount: 3,
    lineLength: 30,
    documentCode: at(0, 0, 2),
    issuingState: at(0, 2, 5),
    documentNumber: at(0, 5, 14),
    optionalData: at(0, 15, 30),
    birthDate: at(1, 0, 6),
    sex: at(1, 7, 8),
    expiryDate: at(1, 8, 14),
    nationality: at(1, 15, 18),
    moreOptionalData: at(1, 18, 29),
    names: at(2, 0, 30),
    optionalDataCheck: null,
    composite: {
      digit: at(1, 29, 30),
      covers: [at(0, 5, 30), at(1, 0, 7), at(1, 8, 15), at(1, 18, 29)],
    },
    overflows: true,
  },
  twoLines('TD2', 36, {
    optionalData: at(1, 28, 35),
    optionalDataCheck: null,
    composite: compositeOf(35),
    overflows: true,
  }),
  twoLines('MRV-B', 36, { optionalData: at(1, 28, 36), ...noCheck }),
];

/** Only passports, visas and cards of two lines share their width; a visa starts with `V`. */
export function fitsLayout(layout: Layout, firstLine: string): boolean {
  return layout.lineCount === 3 || layout.format.startsWith('MRV') === firstLine.startsWith('V');
}
