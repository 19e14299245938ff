const formats = new Map<string, Intl.NumberFormat>();

/**
 * Formats an amount in minor units for readers of a language: `formatMoney(1250, 'EUR', 'de')` is `12,50 €`. The currency
 * decides how many minor units make one unit.
 */
export function formatMoney(amountMinor: number, currency: string, locale: string): string {
  const key = `${locale} ${currency}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(locale, { style: 'currency', currency });
  formats.set(key, format);
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amountMinor / 10 ** digits);
}
