import { findWrongCharacter } from './check-characters.ts';
import { findWrongCheckDigit } from './check-digits-of-lines.ts';
import { cut, cutText } from './cut.ts';
import type { DocumentFields } from './document-fields.ts';
import { findDocumentType } from './document-type.ts';
import { explainLength, findLines, type MrzLines } from './find-lines.ts';
import { listWarnings } from './list-warnings.ts';
import { readBirthDate, readExpiryDate } from './read-dates.ts';
import type { MrzFailure, MrzResult } from './read-result.ts';
import { splitNames } from './split-names.ts';
import { splitNumber } from './split-number.ts';

/**
 * Reads the lines at the foot of a passport, card or visa, as a person typed or copied them or a keyboard reader sent
 * them: in lines or in one run, in capitals or not, with other text around them or without.
 *
 * `today` is an ISO date; it decides the century of the dates. Check digits cover neither names nor country codes nor
 * sex: show those to somebody who has the document.
 *
 * @example
 * parseMrz('P<UTOERIKSSON<<ANNA<MARIA\nL898902C36UTO7408122F1204159ZE184226B<<<<<10', '2026-01-31')
 * // { ok: true, format: 'TD3', fields: { surname: 'ERIKSSON', … }, warnings: […] }
 */
export function parseMrz(text: string, today: string): MrzResult {
  const results = findLines(text).map((found) => readLines(found, today));
  return results.find((result) => result.ok) ?? results[0] ?? explainLength(text);
}

function readLines(found: MrzLines, today: string): MrzResult {
  const { layout, lines } = found;
  const failure = findWrongCharacter(found) ?? findWrongCheckDigit(found);
  if (failure !== null) return failure;
  const documentType = findDocumentType(layout.format, cut(lines, layout.documentCode));
  const birthDate = readBirthDate(cut(lines, layout.birthDate), today);
  if (birthDate === 'impossible') return wrongDate(found, 'birthDate');
  const expiryDate = readExpiryDate(cut(lines, layout.expiryDate), documentType, today);
  if (expiryDate === 'impossible') return wrongDate(found, 'expiryDate');
  const fields = { ...readTexts(found), documentType, birthDate, expiryDate };
  const namesFillLine = !cut(lines, layout.names).endsWith('<');
  return { ok: true, format: layout.format, fields, warnings: listWarnings(fields, namesFillLine, today) };
}

function readTexts(found: MrzLines): Omit<DocumentFields, 'documentType' | 'birthDate' | 'expiryDate'> {
  const { layout, lines } = found;
  const sex = cut(lines, layout.sex);
  const { documentNumber, optionalData } = splitNumber(found);
  return {
    documentCode: cutText(lines, layout.documentCode),
    issuingState: cutText(lines, layout.issuingState),
    ...splitNames(cut(lines, layout.names)),
    documentNumber,
    nationality: cutText(lines, layout.nationality),
    sex: sex === 'F' || sex === 'M' ? sex : 'X',
    optionalData,
    moreOptionalData: layout.moreOptionalData === null ? '' : cutText(lines, layout.moreOptionalData),
  };
}

function wrongDate({ layout }: MrzLines, field: 'birthDate' | 'expiryDate'): MrzFailure {
  return { ok: false, reason: 'wrong_date', at: { field, ...layout[field] } };
}
