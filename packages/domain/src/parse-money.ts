/** How many minor units make one unit of a currency, as a power of ten: 2 for EUR, 0 for VND, 3 for KWD. */
export function minorDigits(currency: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  );
}

/**
 * Reads an amount as people type it, in major units: `12,50`, `12.5`, `1 200 000`, `1.200.000`. Returns minor units, or null
 * where it is not an amount of this currency. One separator with three digits behind it is read as thousands where the
 * currency has no such decimals: `1.200` is 1,200 euros.
 */
export function parseMoney(text: string, currency: string): number | null {
  const digits = minorDigits(currency);
  const typed = text.trim().replace(/[\s\u00a0\u202f'’]/g, '');
  const match = /^(\d[\d.,]*?)(?:([.,])(\d{1,3}))?$/.exec(typed);
  if (match === null) {
    return null;
  }
  const [, whole = '', separator, decimals] = match;
  if (decimals === undefined || decimals.length > digits) {
    return readWhole(typed, digits);
  }
  const groups = separator === '.' ? ',' : '.';
  return whole.includes(separator ?? '')
    ? readWhole(typed, digits)
    : combine(whole, groups, decimals, digits);
}

/** An amount without decimals: digits in groups of three, or without groups. */
function readWhole(typed: string, digits: number): number | null {
  const isGrouped = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/.test(typed);
  return isGrouped || /^\d+$/.test(typed) ? toSafe(Number(typed.replace(/[.,]/g, '')) * 10 ** digits) : null;
}

function combine(whole: string, group: string, decimals: string, digits: number): number | null {
  const units = readWhole(whole, 0);
  const isRightGroup = !/[.,]/.test(whole) || whole.includes(group);
  return units === null || !isRightGroup
    ? null
    : toSafe(units * 10 ** digits + Number(decimals.padEnd(digits, '0')));
}

function toSafe(amount: number): number | null {
  return Number.isSafeInteger(amount) ? amount : null;
}

/** An amount as it stands in a field, without sign and groups: `12.50`. */
export function formatAmount(amountMinor: number, currency: string): string {
  const digits = minorDigits(currency);
  return (amountMinor / 10 ** digits).toFixed(digits);
}
