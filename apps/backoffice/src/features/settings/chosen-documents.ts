import { type DocumentField, documentFields, findKeptData } from '@gudbro/domain';
import type { DocumentSettings } from './form-values';

export const documentModes = ['off', 'fields_only', 'image'] as const;

/** What the form has, saved or not. */
export type ChosenDocuments = {
  mode: (typeof documentModes)[number];
  fields: readonly DocumentField[];
  days: number;
};

/** What is saved. */
export function startWith({
  access,
  documentFields: kept,
  country,
  retentionDays,
}: DocumentSettings): ChosenDocuments {
  const { fields } = findKeptData(country);
  return {
    mode: access.documents,
    fields: fields.filter((field) => kept === null || kept.includes(field)),
    days: retentionDays,
  };
}

/** The choices of the form. What is no choice yet, such as an empty number, keeps the one before. */
export function readChosen(form: FormData, before: ChosenDocuments): ChosenDocuments {
  const days = String(form.get('retentionDays')).trim();
  return {
    mode: documentModes.find((mode) => mode === form.get('mode')) ?? before.mode,
    fields: documentFields.filter((field) => form.get(`field_${field}`) === 'on'),
    days: /^\d{1,3}$/.test(days) ? Number(days) : before.days,
  };
}
