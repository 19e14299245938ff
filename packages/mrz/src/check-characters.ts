import { cut } from './cut.ts';
import type { FieldName } from './document-fields.ts';
import type { MrzLines } from './find-lines.ts';
import type { MrzFailure } from './read-result.ts';

const country = /^[A-Z]{1,3}<*$/;
const optional = /^[A-Z0-9<]*$/;

/** What each element is written with, in the order of the lines. */
const shapes = {
  documentCode: /^[A-Z][A-Z0-9<]$/,
  issuingState: country,
  names: /^[A-Z<]*[A-Z][A-Z<]*$/,
  documentNumber: /^[A-Z0-9][A-Z0-9<]*$/,
  nationality: country,
  // Unknown parts are fillers, from the day up.
  birthDate: /^(?:\d{6}|\d{4}<<|\d{2}<{4}|<{6})$/,
  sex: /^[FM<]$/,
  expiryDate: /^(?:\d{6}|<{6})$/,
  optionalData: optional,
  moreOptionalData: optional,
} satisfies Partial<Record<FieldName | 'names', RegExp>>;

const elements = Object.keys(shapes) as (keyof typeof shapes)[]; // the keys of a constant, which TypeScript widens

/** The first element with a character that it cannot have, or null. */
export function findWrongCharacter({ layout, lines }: MrzLines): MrzFailure | null {
  for (const field of elements) {
    const place = layout[field];
    if (place !== null && !shapes[field].test(cut(lines, place))) {
      return { ok: false, reason: 'wrong_character', at: { field, ...place } };
    }
  }
  return null;
}
