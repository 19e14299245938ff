import { expect, test } from 'vitest';
import { changeDraft, changeField, confirmField, fillFields, listFields, newDraft } from './document-draft';

const policy = {
  fields: ['surname', 'documentNumber', 'issuingState', 'expiryDate', 'visaExpiryDate'] as const,
  leadFields: ['documentNumber'] as const,
};
const asked = (type: 'passport' | 'visa' | 'other', person: string) =>
  listFields({ fields: [...policy.fields], leadFields: [...policy.leadFields] }, { type, person });

test('the form asks for the fields that the place keeps of this kind of document', () => {
  expect(asked('passport', 'lead')).toEqual(['surname', 'issuingState', 'documentNumber', 'expiryDate']);
  expect(asked('visa', 'lead')).toEqual(['surname', 'issuingState', 'documentNumber', 'visaExpiryDate']);
  expect(asked('other', 'lead')).toContain('visaExpiryDate');
});

test('what is for the guest who booked alone is asked of nobody else', () => {
  expect(asked('passport', 'new')).not.toContain('documentNumber');
  expect(asked('passport', 'a-person')).not.toContain('documentNumber');
});

test('a document that is changed keeps its key until it was sent', () => {
  const draft = newDraft();
  const typed = changeField(draft, 'surname', 'Johnson');
  expect(typed.key).toBe(draft.key);
  expect(typed.mayHaveArrived).toBe(false);
});

test.each([
  ['a field', (draft: ReturnType<typeof newDraft>) => changeField(draft, 'surname', 'Johnson')],
  ['its kind', (draft: ReturnType<typeof newDraft>) => changeDraft(draft, { type: 'visa' })],
  ['its picture', (draft: ReturnType<typeof newDraft>) => changeDraft(draft, { picture: true })],
])('after a try without a response, a document with another key is made by changing %s', (_what, change) => {
  const tried = { ...newDraft(), wasTried: true };
  const changed = change(tried);
  expect(changed.key).not.toBe(tried.key);
  expect(changed).toMatchObject({ wasTried: false, mayHaveArrived: true });
});

test('what a machine has read is confirmed field by field, by the guest’s word or by typing', () => {
  const read = fillFields(changeField(newDraft(), 'sex', 'F'), {
    surname: 'JOHNSON',
    birthDate: '1988-04-02',
  });
  expect(read.values).toMatchObject({ surname: 'JOHNSON', birthDate: '1988-04-02', sex: 'F' });
  expect(read.toCheck).toEqual(['surname', 'birthDate']);
  const confirmed = confirmField(read, 'birthDate');
  expect(confirmed.toCheck).toEqual(['surname']);
  expect(changeField(confirmed, 'surname', 'Johnson').toCheck).toEqual([]);
});
