/** The least contrast of text with its paper: WCAG 2.2 AA. */
const leastContrast = 4.5;

export const ink = '#000000';

/** Whether a text is a colour as the colour field of a form sends it: `#1a6b5f`. */
export function isColour(text: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(text);
}

/** The ratio of WCAG 2.2 between a colour and white paper: 1 for white, 21 for black. */
export function contrastWithPaper(colour: string): number {
  return 1.05 / (luminanceOf(parseColour(colour)) + 0.05);
}

/** The colour itself where it is readable on white, else the same hue, as dark as it has to be. */
export function readableOnPaper(colour: string): string {
  let parts = parseColour(colour);
  while (1.05 / (luminanceOf(parts) + 0.05) < leastContrast) {
    parts = parts.map((part) => Math.floor(part * 0.95));
  }
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function parseColour(colour: string): number[] {
  if (!isColour(colour)) {
    throw new TypeError('A colour is written as # and six hexadecimal digits.');
  }
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
}

function luminanceOf(parts: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = parts.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
