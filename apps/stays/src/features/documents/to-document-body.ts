import type { DocumentField } from '@gudbro/domain';
import type { ApiInput } from '@gudbro/guest-api/api-types';
import { asksForName, type DocumentDraft } from './document-draft';

type DocumentBody = Exclude<ApiInput<'POST /api/stay/[code]/documents'>['body'], FormData>;

/** What the server is sent of a draft: of the fields only those that the form asks for, and of these what is filled in. */
export function toDocumentBody(
  draft: DocumentDraft,
  fields: readonly DocumentField[],
  consentVersion: string,
): DocumentBody {
  const filled = fields
    .map((field) => [field, draft.values[field].trim()] as const)
    .filter(([, value]) => value !== '');
  return {
    documentType: draft.type,
    ...Object.fromEntries(filled),
    ...personOf(draft, fields),
    consentVersion,
  };
}

function personOf(draft: DocumentDraft, fields: readonly DocumentField[]) {
  const { person, isChild, values } = draft;
  if (person === 'lead') {
    return {};
  }
  if (person !== 'new') {
    return { personId: person };
  }
  const ownName = `${values.givenNames.trim()} ${values.surname.trim()}`.trim();
  const personName = asksForName(fields, person) ? draft.personName.trim() : ownName;
  return { personName, personIsChild: isChild };
}

/** The same as a form, whose fields are texts, with the picture or the PDF. */
export function toDocumentForm(body: DocumentBody, file: File): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(body)) {
    form.set(name, String(value));
  }
  form.set('file', file);
  return form;
}
