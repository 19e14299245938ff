import type { DocumentField } from '@gudbro/domain';
import { asksForName, type DocumentDraft } from './document-draft';

export type FieldName = DocumentField | 'personName' | 'picture';

export type FieldProblem = 'missing' | 'not_a_day' | 'in_the_future' | 'unconfirmed';

export type DraftProblems = Partial<Record<FieldName, FieldProblem>>;

const ofEvery: readonly DocumentField[] = ['sex', 'visaType', 'expiryDate'];

const ofOther: readonly DocumentField[] = [...ofEvery, 'visaExpiryDate', 'documentNumber'];

const otherNames: Partial<Record<DocumentField, DocumentField>> = {
  surname: 'givenNames',
  givenNames: 'surname',
};

const days: readonly DocumentField[] = ['birthDate', 'expiryDate', 'visaExpiryDate'];

/** What is wrong with a draft, by field. `today` is a date: `2026-12-05`. */
export function checkDraft(
  draft: DocumentDraft,
  fields: readonly DocumentField[],
  today: string,
): DraftProblems {
  const found = fields.flatMap((field) => {
    const problem = findProblem(draft, field, today);
    return problem === null ? [] : [[field, problem] as const];
  });
  const problems: DraftProblems = Object.fromEntries(found);
  if (asksForName(fields, draft.person) && draft.personName.trim() === '') {
    problems.personName = 'missing';
  }
  return problems;
}

function findProblem(draft: DocumentDraft, field: DocumentField, today: string): FieldProblem | null {
  const value = draft.values[field].trim();
  if (value === '') {
    return mayBeEmpty(draft, field) ? null : 'missing';
  }
  if (days.includes(field) && !/^(1[89]|2[01])\d\d-\d\d-\d\d$/.test(value)) {
    return 'not_a_day';
  }
  if (field === 'birthDate' && value > today) {
    return 'in_the_future';
  }
  return draft.toCheck.includes(field) ? 'unconfirmed' : null;
}

/** Whether a field may always stay empty, because not every document has it. */
export function isOptionalField({ type }: Pick<DocumentDraft, 'type'>, field: DocumentField): boolean {
  return type === 'other' ? ofOther.includes(field) : ofEvery.includes(field);
}

/** Some people have one name only, which is in either of the two fields. */
function mayBeEmpty(draft: DocumentDraft, field: DocumentField): boolean {
  const otherName = otherNames[field];
  return isOptionalField(draft, field) || (otherName !== undefined && draft.values[otherName].trim() !== '');
}
