import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');

/** Every pair of text and background that is used, and its least contrast (WCAG 2.2, AA). */
const pairs = [
  ['ink', 'canvas', 4.5],
  ['ink', 'surface', 4.5],
  ['ink', 'sunken', 4.5],
  ['ink-soft', 'canvas', 4.5],
  ['ink-soft', 'surface', 4.5],
  ['ink-soft', 'sunken', 4.5],
  ['accent', 'canvas', 4.5],
  ['accent', 'surface', 4.5],
  ['accent', 'sunken', 4.5],
  ['accent-ink', 'accent', 4.5],
  ['danger', 'surface', 4.5],
  ['danger', 'canvas', 4.5],
  ['danger', 'danger-surface', 4.5],
  ['tag-ink', 'tag', 4.5],
  ['tag-ink', 'tag-well', 4.5],
  ['tag-soft', 'tag', 4.5],
  ['tag-soft', 'tag-well', 4.5],
  ['lamp-ink', 'lamp', 4.5],
  ['lamp', 'tag', 3],
  ['focus', 'canvas', 3],
  ['focus', 'surface', 3],
  ['field-line', 'surface', 3],
] as const;

test.each(pairs)(
  'the token %s on %s has enough contrast in the light and the dark scheme (%d : 1)',
  (text, ground, least) => {
    const darkScheme = dark.slice(0, dark.indexOf('@theme'));
    for (const scheme of [light, darkScheme]) {
      expect(contrastOf(readColour(scheme, text), readColour(scheme, ground))).toBeGreaterThanOrEqual(least);
    }
  },
);

test('the font tokens do not name system-ui, which draws Japanese in Chinese forms on a Chinese computer', () => {
  expect([...css.matchAll(/^\s*--(?:font-sans|font-mono|display):([^;]+);/gm)].join()).not.toContain(
    'system-ui',
  );
});

function readColour(scheme: string, name: string): string {
  const colour = new RegExp(`--${name}: #([0-9a-f]{6});`).exec(scheme)?.[1];
  if (colour === undefined) {
    throw new Error(`--${name} is missing`);
  }
  return colour;
}

function contrastOf(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

function luminanceOf(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
