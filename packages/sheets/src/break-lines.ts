/** East Asian letters, between which a line may end without a space. */
const ideographs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** Marks that may not begin a line: they stay with what is before them. */
const closing = /^[\p{Close_Punctuation}\p{Final_Punctuation}、。，．：；！？・…ー～%.,:;!?\- ]/u;
/** Marks that may not end a line. */
const opening = /[\p{Open_Punctuation}\p{Initial_Punctuation}-]$/u;

/** A part of a text after which a line may end, with its width at a size of 1. */
export type Part = {
  text: string;
  width: number;
  /** Without the spaces at its end, which take no room at the end of a line. */
  trimmedWidth: number;
};

type Measure = (text: string) => number;

/** The parts of a text. Joined they are the text. */
export function splitParts(text: string, locale: string, measure: Measure): Part[] {
  return splitBreakable(text, locale).map((part) => ({
    text: part,
    width: measure(part),
    trimmedWidth: measure(part.trimEnd()),
  }));
}

export function splitBreakable(text: string, locale: string): string[] {
  const words = text.match(/[^ ]* +|[^ ]+$/g) ?? [];
  return words.flatMap((word) => (ideographs.test(word) ? splitPhrases(word, locale) : [word]));
}

function splitPhrases(word: string, locale: string): string[] {
  const parts: string[] = [];
  for (const { segment } of new Intl.Segmenter(locale, { granularity: 'word' }).segment(word)) {
    const last = parts.at(-1);
    if (last !== undefined && (closing.test(segment) || opening.test(last))) {
      parts[parts.length - 1] = last + segment;
    } else {
      parts.push(segment);
    }
  }
  return parts;
}

/** The same lines, as even as they can be without one line more. */
export function evenLines(parts: readonly Part[], width: number, lines: string[]): string[] {
  if (lines.length < 2) {
    return lines;
  }
  let even = lines;
  let narrow = width / lines.length;
  let wide = width;
  while (wide - narrow > width / 50) {
    const middle = (narrow + wide) / 2;
    const tried = breakLines(parts, middle);
    if (tried !== null && tried.length === lines.length) {
      even = tried;
      wide = middle;
    } else {
      narrow = middle;
    }
  }
  return even;
}

/** The lines of a text in a column of this width. Null where a part is wider than the column. */
export function breakLines(parts: readonly Part[], width: number): string[] | null {
  const lines: string[] = [];
  let line = '';
  let lineWidth = 0;
  for (const part of parts) {
    if (part.trimmedWidth > width) {
      return null;
    }
    if (line !== '' && lineWidth + part.trimmedWidth > width) {
      lines.push(line.trimEnd());
      line = '';
      lineWidth = 0;
    }
    line += part.text;
    lineWidth += part.width;
  }
  return line.trimEnd() === '' ? lines : [...lines, line.trimEnd()];
}

/** The lines of a text that may break between any two of its characters, for a name without a space. */
export function breakAnywhere(text: string, width: number, measure: Measure): string[] | null {
  const characters = [...new Intl.Segmenter().segment(text)].map(({ segment }) => ({
    text: segment,
    width: measure(segment),
    trimmedWidth: measure(segment),
  }));
  return breakLines(characters, width);
}
