const formats = new Map<string, Intl.NumberFormat>();

/** An amount in whole minor units, in its currency and the reader's number format. How many minor units make one is the currency's. */
export function formatMoney(amountMinor: number, currency: string, locale: string): string {
  const key = `${locale} ${currency}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(locale, { style: 'currency', currency });
  formats.set(key, format);
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amountMinor / 10 ** digits);
}
