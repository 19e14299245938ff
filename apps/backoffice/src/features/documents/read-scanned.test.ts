import { expect, test } from 'vitest';
import { isMachineLine, readScanned } from './read-scanned';

const today = '2026-11-29';

test('what a reader types in one run fills the fields', () => {
  const typed =
    'P<D<<MUSTERMANN<<ERIKA<<<<<<<<<<<<<<<<<<<<<<\rC01X0006H1D<<6408125F1710319<<<<<<<<<<<<<<<0\r';
  expect(readScanned(typed, today)).toMatchObject({
    ok: true,
    type: 'passport',
    values: {
      surname: 'MUSTERMANN',
      nationality: 'DE',
      documentNumber: 'C01X0006H',
      expiryDate: '2017-10-31',
    },
  });
});

test('a wrong character is named by its field and line', () => {
  const typed = [
    'P<D<<MUSTERMANN<<ERIKA<<<<<<<<<<<<<<<<<<<<<<',
    'C01X0006H2D<<6408125F1710319<<<<<<<<<<<<<<<0',
  ].join('\n');
  expect(readScanned(typed, today)).toMatchObject({ ok: false, at: { field: 'documentNumber', line: 2 } });
});

test.each([
  ['', null],
  ['hello', { ok: false, at: null }],
])('%j is nothing to be read', (typed, expected) => {
  expect(readScanned(typed, today)).toEqual(expected);
});

test.each([
  ['the first line of a passport', 'P<D<<MUSTERMANN<<ERIKA<<<<<<<<<<<<<<<<<<<<<<', true],
  ['the second line of a passport', 'C01X0006H1D<<6408125F1710319<<<<<<<<<<<<<<<0', true],
  ['a line of a card', 'IDD<<T220001293<<<<<<<<<<<<<<', true],
  ['a line without fillers', 'I7USA9876543210ABCDEFGHIJKLMN', true],
  ['a long name without a break', 'ANDRIANAMPOINIMERINATOMPOKOINDRINDRA', false],
  ['fillers of a European keyboard', 'P;D;;MUSTERMANN;;ERIKA;;;;;;;;;;;;;;;;;;;;;;', true],
  ['the start of a barcode', '@', true],
  ['a barcode without its control signs', 'ANSI 636000090002DL00410278ZV03190008DLDAQT64235789', true],
  ['a long name', 'Wolfeschlegelsteinhausenbergerdorff-Müller', false],
  ['a number', 'C01X0006H', false],
])('%s is told from what a person types: %s', (_, text, expected) => {
  expect(isMachineLine(text)).toBe(expected);
});
