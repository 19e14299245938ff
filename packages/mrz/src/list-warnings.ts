import { isKnownIssuer } from './countries.ts';
import type { DocumentFields } from './document-fields.ts';
import type { ReadWarning } from './read-result.ts';

/** What a person should look at, in fields that are read. */
export function listWarnings(fields: DocumentFields, namesFillLine: boolean, today: string): ReadWarning[] {
  const warnings: ReadWarning[] = [];
  for (const field of ['issuingState', 'nationality'] as const) {
    const code = fields[field];
    if (code !== null && !isKnownIssuer(code)) warnings.push({ reason: 'unknown_country', field });
  }
  if (fields.birthDate === null) warnings.push({ reason: 'incomplete_date', field: 'birthDate' });
  if (namesFillLine) {
    warnings.push({ reason: 'maybe_cut', field: fields.givenNames === '' ? 'surname' : 'givenNames' });
  }
  if (fields.expiryDate !== null && fields.expiryDate < today) {
    warnings.push({ reason: 'expired', field: 'expiryDate' });
  }
  return warnings;
}
