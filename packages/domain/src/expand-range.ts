/** A range of numbers or letters between the same texts: `A01-A12` is 1 to 12 after `A`, two digits wide. */
export type Range = {
  ok: true;
  before: string;
  after: string;
  first: number;
  count: number;
  /** The digits are filled up with zeros to this width. Null for letters. */
  width: number | null;
};

type RangeRefusal = { ok: false; reason: 'backwards' | 'unevenZeros' };

/**
 * Reads `101-112`, `A1-A6`, `A1-6` or `12A-12D`. Null where the text is no range but a name, such as `Villa-Rosa`. Nothing is
 * expanded here, so that `1-999999999` costs nothing.
 */
export function countRange(text: string): Range | RangeRefusal | null {
  // "B-1 – B-6" has three dashes, and one of them is the one between the ends.
  for (const dash of text.matchAll(/\s*\p{Dash}\s*|\s*[~～]\s*/gu)) {
    const left = text.slice(0, dash.index);
    const right = text.slice(dash.index + dash[0].length);
    const range = readNumbers(left, right) ?? readLetters(left, right);
    if (range !== null) return range;
  }
  return null;
}

export function expandRange({ before, after, first, count, width }: Range): string[] {
  return Array.from({ length: count }, (_, index) => {
    const value = first + index;
    return (
      before + (width === null ? String.fromCodePoint(value) : String(value).padStart(width, '0')) + after
    );
  });
}

function readNumbers(left: string, right: string): Range | RangeRefusal | null {
  const from = /^(?<before>.*?)(?<digits>\d{1,9})(?<after>\D*)$/su.exec(left)?.groups;
  const to = /^(?<before>.*?)(?<digits>\d{1,9})(?<after>\D*)$/su.exec(right)?.groups;
  if (from === undefined || to === undefined) return null;
  const { before = '', digits: firstDigits = '', after = '' } = from;
  const { digits: lastDigits = '' } = to;
  // The second end may leave out what both have in common: A1-6 is A1-A6.
  if (![before, ''].includes(to['before'] ?? '') || to['after'] !== after) return null;
  const isPadded = [firstDigits, lastDigits].some((digits) => /^0\d/.test(digits));
  if (isPadded && firstDigits.length !== lastDigits.length) return { ok: false, reason: 'unevenZeros' };
  const width = isPadded ? firstDigits.length : 1;
  return makeRange({ before, after, first: Number(firstDigits), last: Number(lastDigits), width });
}

function readLetters(left: string, right: string): Range | RangeRefusal | null {
  const from = /^(?<before>.*\d)(?<letter>[A-Za-z])$/su.exec(left)?.groups;
  const to = /^(?<before>.*\d)?(?<letter>[A-Za-z])$/su.exec(right)?.groups;
  if (from === undefined || to === undefined) return null;
  const { before = '', letter: first = '' } = from;
  const { letter: last = '' } = to;
  if ((to['before'] ?? before) !== before) return null;
  const isSameCase = /^[A-Z]{2}$|^[a-z]{2}$/.test(first + last);
  return isSameCase
    ? makeRange({ before, after: '', first: first.charCodeAt(0), last: last.charCodeAt(0), width: null })
    : null;
}

type Ends = { before: string; after: string; first: number; last: number; width: number | null };

function makeRange({ first, last, ...rest }: Ends): Range | RangeRefusal {
  return last < first
    ? { ok: false, reason: 'backwards' }
    : { ok: true, ...rest, first, count: last - first + 1 };
}
