import { expect, test } from 'vitest';
import { readMachineText } from './read-machine-text.ts';
import { toFormFields } from './to-form-fields.ts';

const read = (...lines: string[]) => {
  const outcome = readMachineText(lines.join('\n'), '2026-11-29');
  return outcome.ok ? toFormFields(outcome.fields) : null;
};

test('a passport fills the fields of the form, with countries as the form has them', () => {
  expect(
    read('P<D<<MUSTERMANN<<ERIKA<<<<<<<<<<<<<<<<<<<<<<', 'C01X0006H1D<<6408125F1710319<<<<<<<<<<<<<<<0'),
  ).toEqual({
    type: 'passport',
    values: {
      surname: 'MUSTERMANN',
      givenNames: 'ERIKA',
      sex: 'F',
      birthDate: '1964-08-12',
      nationality: 'DE',
      issuingState: 'DE',
      documentNumber: 'C01X0006H',
      expiryDate: '2017-10-31',
    },
  });
});

test('the end of a visa is that of the visa and not of a document, and a country that is none is left out', () => {
  const reading = read(
    'V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
    'L8988901C4XXX4009078F96121096ZE184226B<<<<<<',
  );
  expect(reading).toMatchObject({ type: 'visa', values: { visaExpiryDate: '1996-12-10' } });
  expect(reading?.values).not.toHaveProperty('expiryDate');
  expect(reading?.values).not.toHaveProperty('nationality');
});
