import { documentInputSchema } from '@gudbro/guest-api/document';
import { expect, test } from 'vitest';
import { changeField, newDraft } from './document-draft';
import { toDocumentBody, toDocumentForm } from './to-document-body';

const draft = changeField(changeField(newDraft(), 'surname', ' Johnson '), 'documentNumber', '533401372');
const person = '0d1c4a7e-55c5-4f4b-9b0c-0d2a4b6d7c11';

test('only what the form asks for is sent, and of that only what is filled in', () => {
  expect(toDocumentBody(draft, ['surname', 'sex'], '1.abc')).toEqual({
    documentType: 'passport',
    surname: 'Johnson',
    consentVersion: '1.abc',
  });
});

test('a document of somebody of the party names that person, and one of the guest who booked names nobody', () => {
  expect(toDocumentBody({ ...draft, person }, [], '1.abc')).toMatchObject({ personId: person });
  expect(toDocumentBody(draft, [], '1.abc')).not.toHaveProperty('personId');
});

test('somebody new is called as in the document, or as typed where the document’s name is not asked for', () => {
  const named = changeField(
    { ...draft, person: 'new', isChild: true, personName: 'Tom' },
    'givenNames',
    'Thomas',
  );
  expect(toDocumentBody(named, ['surname', 'givenNames'], '1.abc')).toMatchObject({
    personName: 'Thomas Johnson',
    personIsChild: true,
  });
  expect(toDocumentBody(named, ['documentNumber'], '1.abc')).toMatchObject({ personName: 'Tom' });
});

test('the server takes the document as JSON and as a form with its picture', () => {
  const body = toDocumentBody({ ...draft, person: 'new', isChild: true }, ['surname'], '1.abc');
  const form = toDocumentForm(body, new File(['a picture'], 'document.jpg'));
  const texts = Object.fromEntries([...form].filter(([name]) => name !== 'file'));
  expect(documentInputSchema.parse(texts)).toEqual(documentInputSchema.parse(body));
  expect(form.get('file')).toBeInstanceOf(File);
});
