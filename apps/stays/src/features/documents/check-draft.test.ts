import type { DocumentField } from '@gudbro/domain';
import { expect, test } from 'vitest';
import { checkDraft, isOptionalField } from './check-draft';
import { changeField, type DocumentDraft, fillFields, newDraft } from './document-draft';

const today = '2026-11-29';

const filled = (values: Partial<Record<DocumentField, string>>, more: Partial<DocumentDraft> = {}) =>
  Object.entries(values).reduce(
    (draft, [field, value]) => changeField(draft, field as DocumentField, value),
    { ...newDraft(), ...more },
  );

const check = (draft: DocumentDraft, ...fields: DocumentField[]) => checkDraft(draft, fields, today);

test('a field that every such document has is missing while it is empty', () => {
  expect(check(newDraft(), 'birthDate', 'sex', 'expiryDate', 'documentNumber')).toEqual({
    birthDate: 'missing',
    documentNumber: 'missing',
  });
});

test.each([{ surname: 'Suharto' }, { givenNames: 'Suharto' }])('one name is enough: %o', (values) => {
  expect(check(filled(values), 'surname', 'givenNames')).toEqual({});
});

test('without any name both fields are missing', () => {
  expect(check(newDraft(), 'surname', 'givenNames')).toEqual({ surname: 'missing', givenNames: 'missing' });
});

test.each([
  ['1988-04-02', undefined],
  ['2026-11-29', undefined],
  ['2026-11-30', 'in_the_future'],
  ['0088-04-02', 'not_a_day'],
])('the date of birth %s: %s', (birthDate, problem) => {
  expect(check(filled({ birthDate }), 'birthDate').birthDate).toBe(problem);
});

test('a visa has an end, another document may have none', () => {
  expect(check(filled({}, { type: 'visa' }), 'visaExpiryDate')).toEqual({ visaExpiryDate: 'missing' });
  expect(check(filled({}, { type: 'other' }), 'visaExpiryDate', 'documentNumber')).toEqual({});
  expect(isOptionalField({ type: 'visa' }, 'visaExpiryDate')).toBe(false);
});

test('what a machine has read is not sent before the guest has confirmed it', () => {
  const draft = fillFields(newDraft(), { documentNumber: '533401372' });
  expect(check(draft, 'documentNumber')).toEqual({ documentNumber: 'unconfirmed' });
});

test('somebody new needs a name where the document’s own is not asked for', () => {
  const draft = filled({}, { person: 'new' });
  expect(check(draft, 'documentNumber').personName).toBe('missing');
  expect(check({ ...draft, personName: 'Tom' }, 'documentNumber').personName).toBeUndefined();
  expect(check(draft, 'surname').personName).toBeUndefined();
});
