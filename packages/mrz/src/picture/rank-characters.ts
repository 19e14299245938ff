import type { Layout } from '../layouts.ts';
import type { Place } from '../read-result.ts';
import { glyphs } from './cell.ts';
import type { LineGroup } from './group-lines.ts';
import type { CellScores } from './match-cells.ts';

/** A character that a cell can be, and how much worse than the best one it fits. */
export type Candidate = { character: string; cost: number };

const digits = '0123456789<';
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ<';

/** For each cell of each line the characters that its column can have, the best first. */
export function rankCharacters({ layout, lines }: LineGroup): Candidate[][][] {
  const allowed = listAllowed(layout);
  return lines.map(({ cells }, line) =>
    cells.map((scores, column) => rankCell(scores, allowed[line]?.[column] ?? glyphs)),
  );
}

function rankCell(scores: CellScores, allowed: string): Candidate[] {
  const ranked = [...allowed]
    .map((character) => ({ character, score: scores[glyphs.indexOf(character)] ?? -1 }))
    .sort((a, b) => b.score - a.score);
  const best = ranked[0]?.score ?? 0;
  return ranked.map(({ character, score }) => ({ character, cost: best - score }));
}

/** The characters that each column of a format can have. */
function listAllowed(layout: Layout): string[][] {
  const allowed = Array.from({ length: layout.lineCount }, () =>
    new Array<string>(layout.lineLength).fill(glyphs),
  );
  const restrict = (place: Place | null, characters: string) => {
    if (place !== null) allowed[place.line]?.fill(characters, place.start, place.end);
  };
  restrict(layout.documentCode, letters);
  restrict(layout.issuingState, letters);
  restrict(layout.names, letters);
  restrict(layout.nationality, letters);
  restrict(layout.sex, 'FM<');
  // A date's check digit follows it.
  restrict({ ...layout.birthDate, end: layout.birthDate.end + 1 }, digits);
  restrict({ ...layout.expiryDate, end: layout.expiryDate.end + 1 }, digits);
  restrict(
    { ...layout.documentNumber, start: layout.documentNumber.end, end: layout.documentNumber.end + 1 },
    digits,
  );
  restrict(layout.optionalDataCheck, digits);
  restrict(layout.composite?.digit ?? null, digits);
  return allowed;
}
