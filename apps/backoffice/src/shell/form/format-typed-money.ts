import { formatMoney, parseMoney } from '@gudbro/domain';

/** The amount that was typed, as readers of a language write it. Nothing for what is no amount, or is zero. */
export function formatTypedMoney(text: string, currency: string, locale: string): string | undefined {
  const amount = parseMoney(text, currency);
  return amount === null || amount === 0 ? undefined : formatMoney(amount, currency, locale);
}
