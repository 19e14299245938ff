import type { StaysLocale } from '@/i18n/locales';

type Wait = { unit: 'second' | 'minute' | 'hour'; count: number };

/** The languages for which Intl puts another space between number and unit than our texts: see docs/languages.md. */
const spaceBeforeUnit: Partial<Record<StaysLocale, string>> = { ja: '', zh: ' ' };

/** "3 minutes": a wait in a fitting unit, rounded up so that nobody retries too early. */
export function formatWait(seconds: number, locale: StaysLocale): string {
  const { unit, count } = roundWait(seconds);
  return formatUnit(count, unit, { locale, unitDisplay: 'long' });
}

/** "30 min": how long something takes, never in another unit, because a rounded hour would promise another time. */
export function formatMinutes(minutes: number, locale: StaysLocale): string {
  return formatUnit(minutes, 'minute', { locale, unitDisplay: 'short' });
}

type UnitStyle = { locale: StaysLocale; unitDisplay: 'long' | 'short' };

function formatUnit(count: number, unit: Wait['unit'], { locale, unitDisplay }: UnitStyle): string {
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay });
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
