import { BoundedCache } from './bounded-cache.ts';

// An owner can choose any three letters as a currency, and each format is large.
const formats = new BoundedCache<Intl.NumberFormat>(100);

/**
 * Formats an amount in minor units for readers of a language: `formatMoney(1250, 'EUR', 'de')` is `12,50 €`. The currency
 * decides how many minor units make one unit.
 */
export function formatMoney(amountMinor: number, currency: string, locale: string): string {
  const format = formats.get(
    `${locale} ${currency}`,
    () => new Intl.NumberFormat(locale, { style: 'currency', currency }),
  );
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amountMinor / 10 ** digits);
}
