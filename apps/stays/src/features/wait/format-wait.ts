import type { StaysLocale } from '@/i18n/locales';

type Wait = { unit: 'second' | 'minute' | 'hour'; count: number };

/** Where Intl spaces number and unit otherwise than our own texts do: see docs/languages.md. */
const spaceBeforeUnit: Partial<Record<StaysLocale, string>> = { ja: '', zh: ' ' };

/** "3 minutes": a wait in the unit people think in, rounded up so that nobody comes back too early. */
export function formatWait(seconds: number, locale: StaysLocale): string {
  const { unit, count } = roundWait(seconds);
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' });
  const space = spaceBeforeUnit[locale];
  return space === undefined ? format.format(count) : joinParts(format.formatToParts(count), space);
}

function joinParts(parts: readonly Intl.NumberFormatPart[], space: string): string {
  const words = parts.filter(({ type }) => type !== 'literal');
  return words.map(({ type, value }) => (type === 'unit' ? space + value : value)).join('');
}

function roundWait(seconds: number): Wait {
  if (seconds < 60) {
    return { unit: 'second', count: Math.max(1, Math.ceil(seconds)) };
  }
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? { unit: 'minute', count: minutes } : { unit: 'hour', count: Math.ceil(minutes / 60) };
}
