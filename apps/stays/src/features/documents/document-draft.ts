import { type DocumentField, type DocumentType, documentFields } from '@gudbro/domain';
import type { DocumentPolicy } from '@gudbro/guest-api/document';
import { generateId } from '@/client/generate-id';

/** Whose document it is: the guest who booked, somebody whom the form names, or one of the people of the booking by id. */
export type DocumentPerson = 'lead' | 'new' | (string & {});

/**
 * A document while it is typed. It lives in memory only: nothing of a document is stored in the browser. A retry has the same
 * `key`, so that it makes no second document.
 */
export type DocumentDraft = {
  type: DocumentType;
  person: DocumentPerson;
  /** Of somebody new, where the document's own name is not asked for. */
  personName: string;
  isChild: boolean;
  values: Readonly<Record<DocumentField, string>>;
  /** Fields that a machine has read. The guest confirms each before the document is sent. */
  toCheck: readonly DocumentField[];
  key: string;
  /** The document was sent and no response came. */
  wasTried: boolean;
  /** It was changed after such a try, so there may be two of it. */
  mayHaveArrived: boolean;
};

export function newDraft(): DocumentDraft {
  const values = Object.fromEntries(documentFields.map((field) => [field, '']));
  return {
    type: 'passport',
    person: 'lead',
    personName: '',
    isChild: false,
    values: values as Record<DocumentField, string>, // made of all fields
    toCheck: [],
    key: generateId(),
    wasTried: false,
    mayHaveArrived: false,
  };
}

type DraftChange = Partial<Pick<DocumentDraft, 'type' | 'person' | 'personName' | 'isChild'>>;

/** Changes a draft. After a try without a response it has another key: the server would take it for the same document. */
export function changeDraft(draft: DocumentDraft, change: DraftChange | { picture: true }): DocumentDraft {
  return renewKey('picture' in change ? draft : { ...draft, ...change });
}

/** Types into a field, which confirms it as well. */
export function changeField(draft: DocumentDraft, field: DocumentField, value: string): DocumentDraft {
  return renewKey({ ...confirmField(draft, field), values: { ...draft.values, [field]: value } });
}

/** Fills fields with what a machine has read. What it did not read stays as it is. */
export function fillFields(
  draft: DocumentDraft,
  read: Partial<Record<DocumentField, string | undefined>>,
): DocumentDraft {
  const filled = documentFields.filter((field) => read[field] !== undefined && read[field] !== '');
  const values = Object.fromEntries(filled.map((field) => [field, read[field] ?? '']));
  return renewKey({
    ...draft,
    values: { ...draft.values, ...values },
    toCheck: documentFields.filter((field) => filled.includes(field) || draft.toCheck.includes(field)),
  });
}

/** Fills the form in from the machine-readable lines: the kind, and of the fields those that the form then asks for. */
export function fillFromReading(
  draft: DocumentDraft,
  policy: Pick<DocumentPolicy, 'fields' | 'leadFields'>,
  { type, values }: Pick<DocumentDraft, 'type'> & { values: Partial<Record<DocumentField, string>> },
): DocumentDraft {
  const typed = changeDraft(draft, { type });
  const asked = listFields(policy, typed);
  return fillFields(typed, Object.fromEntries(asked.map((field) => [field, values[field]])));
}

/** The guest says that a field is right as the machine has read it. */
export function confirmField(draft: DocumentDraft, field: DocumentField): DocumentDraft {
  return { ...draft, toCheck: draft.toCheck.filter((other) => other !== field) };
}

function renewKey(draft: DocumentDraft): DocumentDraft {
  return draft.wasTried ? { ...draft, key: generateId(), wasTried: false, mayHaveArrived: true } : draft;
}

/** Fields that only this kind of document has. Those of every kind are not listed. */
const kindsOf: Partial<Record<DocumentField, readonly DocumentType[]>> = {
  visaType: ['visa', 'other'],
  visaExpiryDate: ['visa', 'other'],
  expiryDate: ['passport', 'id_card', 'driving_licence', 'other'],
};

/** The fields that the form asks for: those of this kind of document which the place keeps of this person. */
export function listFields(
  policy: Pick<DocumentPolicy, 'fields' | 'leadFields'>,
  { type, person }: Pick<DocumentDraft, 'type' | 'person'>,
): DocumentField[] {
  return documentFields.filter(
    (field) =>
      policy.fields.includes(field) &&
      (person === 'lead' || !policy.leadFields.includes(field)) &&
      (kindsOf[field]?.includes(type) ?? true),
  );
}

/** Somebody new is called as in the document. The form asks for a name only where it does not ask for that. */
export function asksForName(fields: readonly DocumentField[], person: DocumentPerson): boolean {
  return person === 'new' && !fields.includes('surname') && !fields.includes('givenNames');
}
