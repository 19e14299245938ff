import { parseMrz } from '../parse-mrz.ts';
import type { Place } from '../read-result.ts';
import { type Bitmap, shrink } from './bitmap.ts';
import { groupLines, type LineGroup } from './group-lines.ts';
import { type Candidate, rankCharacters } from './rank-characters.ts';
import { readLines } from './read-lines.ts';
import { repairLines } from './repair-lines.ts';

export type PictureReading = {
  /** The lines, for `parseMrz`. */
  text: string;
  /** Whether all check digits agree. Otherwise the text is the best there is; a sharper picture may do. */
  agrees: boolean;
  /** Characters that could be others by their looks: show them to be compared. No digit covers names. */
  doubtful: Place[];
};

/** Finer pictures take longer and are not read better: a passport's characters are 27 pixels wide then. */
const maxWidth = 1400;
/** How much worse the second character fits where there is no doubt of the first. */
const clearLead = 0.05;

/**
 * Finds and reads the lines of a passport, card or visa in a grey picture of it, upright within five degrees. It knows the
 * one font in which they are printed. Null where no such lines are. `today` is an ISO date.
 */
export function readPicture(bitmap: Bitmap, today: string): PictureReading | null {
  const readings = groupLines(readLines(shrink(bitmap, maxWidth))).map((group) => readGroup(group, today));
  return readings.find(({ agrees }) => agrees) ?? readings[0] ?? null;
}

function readGroup(group: LineGroup, today: string): PictureReading {
  const candidates = rankCharacters(group);
  const best = candidates.map((cells) => cells.map((cell) => cell[0]?.character ?? '<').join(''));
  const lines = repairLines(best, candidates, group.layout, today) ?? best;
  const text = lines.join('\n');
  return { text, agrees: parseMrz(text, today).ok, doubtful: listDoubtful(lines, candidates) };
}

/** Where the character is not the one that looks best, or another one looks nearly as good. */
function listDoubtful(lines: string[], candidates: Candidate[][][]): Place[] {
  return candidates.flatMap((cells, line) =>
    cells.flatMap(([first, second], column) => {
      const isClear = lines[line]?.[column] === first?.character && (second?.cost ?? 1) >= clearLead;
      return isClear ? [] : [{ line, start: column, end: column + 1 }];
    }),
  );
}
