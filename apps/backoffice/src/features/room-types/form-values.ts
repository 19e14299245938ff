import { formatAmount, parseMoney } from '@gudbro/domain';

/** The days of a week as their numbers in the database, 1 is Monday. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

const highestPriceMinor = 1_000_000_000;

/** The amount in minor units, null where nothing was typed, or the key of what is wrong with it. */
export function readPrice(text: string, currency: string): { minor: number | null } | { wrong: string } {
  if (text === '') {
    return { minor: null };
  }
  const minor = parseMoney(text, currency);
  if (minor === null) {
    return { wrong: 'not_an_amount' };
  }
  return minor < 1 ? { wrong: 'too_small' } : minor > highestPriceMinor ? { wrong: 'too_large' } : { minor };
}

export function formatPrice(minor: number | null, currency: string): string {
  return minor === null ? '' : formatAmount(minor, currency);
}
