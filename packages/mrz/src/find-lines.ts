import { fitsLayout, type Layout, layouts } from './layouts.ts';
import type { MrzFailure } from './read-result.ts';

export type MrzLines = { layout: Layout; lines: string[] };

/** How many characters a line may be wrong by, to be taken for one that was mistyped. */
const tolerance = 4;

/**
 * The lines of each format that the text can be, the most likely first. Text recognition writes two fillers as one `«`;
 * a person types it for one, so both are tried.
 */
export function findLines(text: string): MrzLines[] {
  const rows = splitRows(text);
  const doubled = rows.map((row) => row.replaceAll('«', '<<'));
  const single = rows.map((row) => row.replaceAll('«', '<'));
  return [doubled, single].flatMap((lines) => [...findInRows(lines), ...splitRun(lines.join(''))]);
}

/** Why the text has no lines of a known format. */
export function explainLength(text: string): MrzFailure {
  const rows = splitRows(text).map((row) => row.replaceAll('«', '<'));
  const run = rows.join('');
  if (!run.includes('<') || !/^[A-Z]/.test(run)) return { ok: false, reason: 'not_mrz' };
  for (const layout of layouts) {
    const found = rows.map((row, line) => fitNames(layout, row, line).length);
    const line = found.findIndex((length) => length !== layout.lineLength);
    if (
      found.length === layout.lineCount &&
      line >= 0 &&
      found.every((length) => isClose(length, layout.lineLength))
    ) {
      return wrongLength(line, layout.lineLength, found[line] ?? 0);
    }
  }
  for (const { lineCount, lineLength } of layouts) {
    const expected = lineCount * lineLength;
    if (isClose(run.length, expected)) return wrongLength(0, expected, run.length);
  }
  return { ok: false, reason: 'not_mrz' };
}

function isClose(found: number, expected: number): boolean {
  return Math.abs(found - expected) <= tolerance;
}

function wrongLength(line: number, expected: number, found: number): MrzFailure {
  return { ok: false, reason: 'wrong_length', at: { line, expected, found } };
}

// A reader that is set to an American keyboard types ; for < on most European ones.
const fillers = /[‹<≤〈＜ᐸ˂;]|&LT;/gu;

function splitRows(text: string): string[] {
  return text
    .toUpperCase()
    .split(/[\r\n]+/u)
    .map((row) => row.replaceAll(fillers, '<').replaceAll(/[\s\p{Cc}\p{Cf}]/gu, ''))
    .filter((row) => row !== '');
}

/** Other text around the lines is left out, as where a whole page was copied. */
function findInRows(rows: string[]): MrzLines[] {
  return layouts.flatMap((layout) =>
    rows.flatMap((_, index) => {
      const lines = rows
        .slice(index, index + layout.lineCount)
        .map((row, line) => fitNames(layout, row, line));
      const fits =
        lines.length === layout.lineCount && lines.every((line) => line.length === layout.lineLength);
      return fits && looksLikeMrz(layout, lines.join('')) ? [{ layout, lines }] : [];
    }),
  );
}

/** Fillers at the end of the names say nothing, and nobody types the right number of them. */
function fitNames(layout: Layout, row: string, line: number): string {
  const canBeNames = line === layout.names.line && row.includes('<') && row.length < 2 * layout.lineLength;
  if (!canBeNames) return row;
  return row.replace(/<+$/, '').padEnd(layout.lineLength, '<');
}

function splitRun(run: string): MrzLines[] {
  return layouts
    .filter((layout) => run.length === layout.lineCount * layout.lineLength && looksLikeMrz(layout, run))
    .map((layout) => {
      const starts = Array.from({ length: layout.lineCount }, (_, line) => line * layout.lineLength);
      return { layout, lines: starts.map((start) => run.slice(start, start + layout.lineLength)) };
    });
}

function looksLikeMrz(layout: Layout, run: string): boolean {
  return /^[A-Z]/.test(run) && run.includes('<') && fitsLayout(layout, run);
}
