import { computeCheckDigit } from './check-digit.ts';
import { cut } from './cut.ts';
import type { MrzLines } from './find-lines.ts';
import type { CheckedField, MrzFailure, Place } from './read-result.ts';
import { splitNumber } from './split-number.ts';

/** The first check digit that does not fit, by the field it covers, or null. */
export function findWrongCheckDigit(found: MrzLines): MrzFailure | null {
  const { layout } = found;
  const wrong = listChecks(found).find(({ digit, checked }) => !checked.some((text) => fits(digit, text)));
  if (wrong === undefined) return null;
  const { field } = wrong;
  const place = field === 'composite' ? (layout.composite?.digit ?? layout.optionalData) : layout[field];
  return { ok: false, reason: 'wrong_check_digit', at: { field, ...place } };
}

type Check = { field: CheckedField; digit: string; checked: string[] };

function listChecks(found: MrzLines): Check[] {
  const { layout, lines } = found;
  const number = splitNumber(found);
  const dates = (['birthDate', 'expiryDate'] as const).map((field) => ({
    field,
    digit: cut(lines, digitAfter(layout[field])),
    checked: [cut(lines, layout[field])],
  }));
  const checks: Check[] = [
    { field: 'documentNumber', digit: number.checkDigit, checked: number.checked },
    ...dates,
  ];
  if (layout.optionalDataCheck !== null) {
    const digit = cut(lines, layout.optionalDataCheck);
    checks.push({ field: 'optionalData', digit, checked: [cut(lines, layout.optionalData)] });
  }
  if (layout.composite !== null) {
    const covered = layout.composite.covers.map((place) => cut(lines, place)).join('');
    checks.push({ field: 'composite', digit: cut(lines, layout.composite.digit), checked: [covered] });
  }
  return checks;
}

function digitAfter({ line, end }: Place): Place {
  return { line, start: end, end: end + 1 };
}

/** The digit of an empty field is 0 or a filler, as the issuer likes. */
function fits(digit: string, text: string): boolean {
  if (digit === '<') return /^<*$/.test(text);
  return digit === String(computeCheckDigit(text));
}
