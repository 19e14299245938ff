import type { DocumentType } from './document-fields.ts';

const oldestAge = 120;

/**
 * The day of a birth from `yymmdd`, in the latest century in which it is not after today. A child of one and a person of
 * 101 have the same six digits: the child is the one who travels. Null where a part is unknown.
 */
export function readBirthDate(digits: string, today: string): string | null | 'impossible' {
  if (digits.includes('<')) return isPossibleStart(digits) ? null : 'impossible';
  const earliest = addYears(today, -oldestAge);
  const days = listCenturies(digits, today).filter((day) => day > earliest && day <= today);
  return days.at(-1) ?? 'impossible';
}

/**
 * How far back and ahead an expiry date can be, in years. Six digits need a window of less than a century. No passport or
 * visa is valid for 20 years; cards of old people are for longer in several countries. What expired 50 years ago is in
 * no drawer any more.
 */
const yearsBack = 50;
const yearsAhead: Record<DocumentType, number> = {
  passport: 20,
  visa: 20,
  id_card: 49,
  driving_licence: 49,
  other: 49,
};

/** The day on which a document expires, from `yymmdd`. Null where it has no end. */
export function readExpiryDate(
  digits: string,
  documentType: DocumentType,
  today: string,
): string | null | 'impossible' {
  if (digits === '<<<<<<') return null;
  // Spanish cards of people over 70 are valid until the year 9999.
  if (documentType === 'id_card' && digits === '990101') return '9999-01-01';
  const earliest = addYears(today, -yearsBack);
  const latest = addYears(today, yearsAhead[documentType]);
  const days = listCenturies(digits, today).filter((day) => day >= earliest && day <= latest);
  return days.at(-1) ?? 'impossible';
}

/** The date, or null where the calendar has no such day. */
export function toIsoDate(year: number, month: number, day: number): string | null {
  const time = new Date(Date.UTC(year, month - 1, day));
  // A day that the month does not have is counted into another month.
  return time.getUTCMonth() === month - 1 ? time.toISOString().slice(0, 10) : null;
}

/** The days that `yymmdd` can be, in the last century, this one and the next, the earliest first. */
function listCenturies(digits: string, today: string): string[] {
  const [year, month, day] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)].map(Number);
  if (year === undefined || month === undefined || day === undefined) return [];
  const century = Math.floor(Number(today.slice(0, 4)) / 100) * 100;
  return [century - 100, century, century + 100]
    .map((start) => toIsoDate(start + year, month, day))
    .filter((date) => date !== null);
}

/** Whether known parts before fillers can be of a date. */
function isPossibleStart(digits: string): boolean {
  const month = digits.slice(2, 4);
  return month === '<<' || (Number(month) >= 1 && Number(month) <= 12);
}

function addYears(date: string, years: number): string {
  return String(Number(date.slice(0, 4)) + years) + date.slice(4);
}
