import type { Locale } from '@gudbro/domain';
import { hasGlyph, measureText } from './fonts.ts';
import type { FontId } from './shapes.ts';

export type Run = { font: FontId; text: string };

export type Weight = 'regular' | 'bold';

const everyScript: readonly FontId[] = ['japanese', 'chinese', 'korean'];

/**
 * The fonts that are tried for a character. A Han character is written differently in Japan and in China, so the text's
 * own language goes first.
 */
function fontsFor(weight: Weight, locale: Locale): FontId[] {
  const own = locale === 'zh' ? 'chinese' : 'japanese';
  return [weight, own, ...everyScript.filter((id) => id !== own)];
}

/** Splits a text into runs of one font each. Characters that no font has are left out and returned. */
export function splitRuns(
  text: string,
  weight: Weight,
  locale: Locale,
): { runs: Run[]; unprintable: string[] } {
  const fonts = fontsFor(weight, locale);
  const runs: Run[] = [];
  const unprintable: string[] = [];
  for (const character of text.normalize('NFC')) {
    const font = fonts.find((id) => hasGlyph(id, character));
    if (font === undefined) {
      unprintable.push(character);
      continue;
    }
    const last = runs.at(-1);
    if (last?.font === font) {
      last.text += character;
    } else {
      runs.push({ font, text: character });
    }
  }
  return { runs, unprintable };
}

/** The width of runs side by side, at a size of 1. */
export function measureRuns(runs: readonly Run[]): number {
  return runs.reduce((sum, { font, text }) => sum + measureText(text, font), 0);
}
