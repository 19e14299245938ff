import { describe, expect, test } from 'vitest';
import { parseAamva } from './parse-aamva.ts';
import { readMachineText } from './read-machine-text.ts';

const today = '2026-01-31';

const virginia = [
  'DAQT64235789',
  'DCSSAMPLE',
  'DDEN',
  'DACMICHAEL',
  'DDFN',
  'DADJOHN ALLEN',
  'DDGN',
  'DBD06062023',
  'DBB06061986',
  'DBA12102030',
  'DBC1',
  'DAU068 in',
  'DAJVA',
  'DCGUSA',
];

function barcode(elements: string[], start = '@\n\u001e\rANSI 636000090002DL00410278ZV03190008DL'): string {
  return `${start}${elements.join('\n')}\rZVZVA01\r`;
}

/** The elements with some in place of those with the same letters. */
function withElements(...changes: string[]): string[] {
  const kept = virginia.filter((line) => !changes.some((change) => change.slice(0, 3) === line.slice(0, 3)));
  return [...kept, ...changes];
}

test('reads a licence of the United States', () => {
  expect(parseAamva(barcode(virginia), today)).toEqual({
    ok: true,
    format: 'AAMVA',
    fields: {
      documentCode: 'DL',
      documentType: 'driving_licence',
      issuingState: 'USA',
      surname: 'SAMPLE',
      givenNames: 'MICHAEL JOHN ALLEN',
      documentNumber: 'T64235789',
      nationality: null,
      birthDate: '1986-06-06',
      sex: 'M',
      expiryDate: '2030-12-10',
      optionalData: '',
      moreOptionalData: '',
    },
    warnings: [],
  });
});

describe('reads', () => {
  test.each([
    [
      'a Canadian date',
      withElements('DCGCAN', 'DBB19860706'),
      { issuingState: 'CAN', birthDate: '1986-07-06' },
    ],
    ['an American date', withElements('DBB07061986'), { birthDate: '1986-07-06' }],
    ['a woman', withElements('DBC2'), { sex: 'F' }],
    ['an unspecified sex', withElements('DBC9'), { sex: 'X' }],
    ['no middle name', withElements('DADNONE'), { givenNames: 'MICHAEL' }],
    [
      'given names in one element',
      withElements('DAC', 'DCTMARIA,ANA', 'DADANA'),
      { surname: 'SAMPLE', givenNames: 'MARIA ANA' },
    ],
    [
      'all names in one element',
      ['DAADOE,JANE,ANN', 'DAQ123', 'DBB19860706', 'DBA20300706', 'DBC2', 'DAJON'],
      { surname: 'DOE', givenNames: 'JANE ANN', issuingState: 'CAN', birthDate: '1986-07-06', sex: 'F' },
    ],
    ['the first of two elements', [...virginia, 'DAQ999'], { documentNumber: 'T64235789' }],
    ['no end', withElements('DBANONE'), { expiryDate: null }],
  ])('%s', (_, elements, fields) => {
    expect(parseAamva(barcode(elements), today)).toMatchObject({ ok: true, fields });
  });

  test.each([
    ['without control signs', 'ANSI 636000090002DL00410278ZV03190008DL'],
    ['of version 1', '@\n\u001e\rANSI 6360000102DL00390187ZV02260032DL'],
    ['under the first name of the standard', '@\n\u001e\rAAMVA6360000102DL00390187DL'],
    ['with another part of its issuer', '@\n\u001e\rANSI 636014090002DL00410278ZC03190008DL'],
    ['with each line ended twice', '@\n\n\u001e\r\rANSI 636000090001DL00310278\r\nDL'],
  ])('a header %s', (_, start) => {
    expect(parseAamva(barcode(virginia, start), today)).toMatchObject({
      ok: true,
      fields: { documentNumber: 'T64235789', documentType: 'driving_licence' },
    });
  });

  test('an identity card', () => {
    const text = barcode(virginia, '@\n\u001e\rANSI 636000090001ID00310278ID');
    expect(parseAamva(text, today)).toMatchObject({
      ok: true,
      fields: { documentCode: 'ID', documentType: 'id_card' },
    });
  });

  test('carriage returns for line ends', () => {
    const text = barcode(virginia);
    expect(parseAamva(text.replaceAll('\n', '\r'), today)).toEqual(parseAamva(text, today));
  });
});

test.each([
  ['missing', 'documentNumber', withElements('DAQ')],
  ['missing', 'surname', withElements('DCSNONE')],
  ['missing', 'birthDate', withElements('DBB')],
  ['wrong_date', 'birthDate', withElements('DBB13311986')],
  ['wrong_date', 'birthDate', withElements('DBB02301986')],
  ['wrong_date', 'birthDate', withElements('DBB02302')],
  ['wrong_date', 'birthDate', withElements('DBB02012026')],
  ['wrong_date', 'expiryDate', withElements('DBA99999999')],
])('refuses a barcode: %s %s', (reason, field, elements) => {
  expect(parseAamva(barcode(elements), today)).toEqual({ ok: false, reason, at: { field } });
});

test.each([
  [withElements('DBA12102020'), [{ reason: 'expired', field: 'expiryDate' }]],
  [withElements('DDET'), [{ reason: 'maybe_cut', field: 'surname' }]],
  [withElements('DDGT'), [{ reason: 'maybe_cut', field: 'givenNames' }]],
])('warns of what a person should look at', (elements, warnings) => {
  expect(parseAamva(barcode(elements), today)).toMatchObject({ ok: true, warnings });
});

test('tells barcodes from lines', () => {
  const lines =
    'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\rL898902C36UTO7408122F1204159ZE184226B<<<<<10\r';
  expect(readMachineText(barcode(virginia), today)).toMatchObject({ ok: true, format: 'AAMVA' });
  expect(readMachineText(lines, today)).toMatchObject({ ok: true, format: 'TD3' });
  expect(readMachineText('https://example.com', today)).toEqual({ ok: false, reason: 'not_mrz' });
  expect(parseAamva(lines, today)).toEqual({ ok: false, reason: 'not_aamva' });
});
