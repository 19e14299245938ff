import type { DocumentFields, FieldName } from './document-fields.ts';
import { type AamvaElements, findElements } from './find-aamva-elements.ts';
import { listWarnings } from './list-warnings.ts';
import { toIsoDate } from './read-dates.ts';
import type { AamvaFailure, AamvaResult, ReadWarning } from './read-result.ts';

/**
 * Reads the barcode on the back of a driving licence or identity card of the United States or Canada, as a keyboard
 * reader sends it. It needs line ends between the elements. `today` is an ISO date.
 */
export function parseAamva(text: string, today: string): AamvaResult {
  const elements = findElements(text);
  if (elements === null) return { ok: false, reason: 'not_aamva' };
  const fields = readFields(elements);
  const missing = (['surname', 'documentNumber'] as const).find((field) => fields[field] === '');
  if (missing !== undefined) return missingField(missing);
  const birthDate = readDate(elements, 'DBB');
  if (birthDate === null) return missingField('birthDate');
  if (birthDate === 'impossible' || birthDate > today) return wrongDate('birthDate');
  const expiryDate = readDate(elements, 'DBA');
  if (expiryDate === 'impossible') return wrongDate('expiryDate');
  const read = { ...fields, birthDate, expiryDate };
  return { ok: true, format: 'AAMVA', fields: read, warnings: warn(read, elements, today) };
}

function missingField(field: FieldName): AamvaFailure {
  return { ok: false, reason: 'missing', at: { field } };
}

function wrongDate(field: 'birthDate' | 'expiryDate'): AamvaFailure {
  return { ok: false, reason: 'wrong_date', at: { field } };
}

function readFields(elements: AamvaElements): Omit<DocumentFields, 'birthDate' | 'expiryDate'> {
  return {
    documentCode: elements.subfile,
    documentType: elements.subfile === 'ID' ? 'id_card' : 'driving_licence',
    issuingState: findCountry(elements),
    ...readNames(elements),
    documentNumber: elements.get('DAQ'),
    nationality: null,
    sex: readSex(elements.get('DBC')),
    optionalData: '',
    moreOptionalData: '',
  };
}

/** Versions differ: all names in one element, given names in one, or first and middle names in two. */
function readNames(elements: AamvaElements): { surname: string; givenNames: string } {
  const [wholeSurname = '', ...wholeGiven] = elements.get('DAA').split(/[,@]/);
  const first = elements.get('DAC') || elements.get('DCT') || wholeGiven.join(' ');
  // Some write the middle names into both.
  const middle = elements.get('DCT') !== '' && elements.get('DAC') === '' ? '' : elements.get('DAD');
  return {
    surname: toWords(elements.get('DCS') || elements.get('DAB') || wholeSurname),
    givenNames: toWords(`${first} ${middle}`),
  };
}

function toWords(names: string): string {
  return names.replaceAll(/[\s,@]+/g, ' ').trim();
}

const provinces = new Set('AB BC MB NB NL NS NT NU ON PE QC SK YT'.split(' '));

/** Old versions name the state or province alone. */
function findCountry(elements: AamvaElements): string {
  return elements.get('DCG') || (provinces.has(elements.get('DAJ')) ? 'CAN' : 'USA');
}

function readSex(code: string): 'F' | 'M' | 'X' {
  if (code === '1' || code === 'M') return 'M';
  return code === '2' || code === 'F' ? 'F' : 'X';
}

/**
 * The United States write MMDDCCYY, Canada and old versions CCYYMMDD. No month begins like a century, so the digits tell,
 * also where a barcode does not keep to its country's order.
 */
function readDate(elements: AamvaElements, id: string): string | null | 'impossible' {
  const digits = elements.get(id);
  if (digits === '') return null;
  if (!/^\d{8}$/.test(digits)) return 'impossible';
  const ordered = Number(digits.slice(0, 2)) > 12 ? digits : digits.slice(4) + digits.slice(0, 4);
  const [year, month, day] = [ordered.slice(0, 4), ordered.slice(4, 6), ordered.slice(6)].map(Number);
  return toIsoDate(year ?? 0, month ?? 0, day ?? 0) ?? 'impossible';
}

function warn(fields: DocumentFields, elements: AamvaElements, today: string): ReadWarning[] {
  const cut: ReadWarning[] = [];
  if (elements.get('DDE') === 'T') cut.push({ reason: 'maybe_cut', field: 'surname' });
  if (elements.get('DDF') === 'T' || elements.get('DDG') === 'T') {
    cut.push({ reason: 'maybe_cut', field: 'givenNames' });
  }
  return [...listWarnings(fields, false, today), ...cut];
}
