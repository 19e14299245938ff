import { type Layout, layouts } from '../layouts.ts';
import { glyphs } from './cell.ts';
import type { PictureLine } from './read-lines.ts';

export type LineGroup = { layout: Layout; lines: PictureLine[] };

/** The lines of each document that can be in the picture, the best first. */
export function groupLines(lines: PictureLine[]): LineGroup[] {
  const groups = layouts.flatMap((layout) =>
    lines.flatMap((_, index) => {
      const group = lines.slice(index, index + layout.lineCount);
      const fits =
        group.length === layout.lineCount && group.every((line) => line.cells.length === layout.lineLength);
      return fits && isVisa(group) === layout.format.startsWith('MRV') ? [{ layout, lines: group }] : [];
    }),
  );
  return groups.sort((a, b) => meanScore(b) - meanScore(a));
}

/** Whether the lines begin with a V rather than another letter of documents. */
function isVisa([first]: PictureLine[]): boolean {
  const scores = first?.cells[0] ?? [];
  const of = (letter: string) => scores[glyphs.indexOf(letter)] ?? -1;
  return [...'PACI'].every((letter) => of('V') > of(letter));
}

function meanScore({ lines }: LineGroup): number {
  return lines.reduce((sum, { score }) => sum + score, 0) / lines.length;
}
