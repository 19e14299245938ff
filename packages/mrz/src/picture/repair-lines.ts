import type { Layout } from '../layouts.ts';
import { parseMrz } from '../parse-mrz.ts';
import type { MrzFailure, Place } from '../read-result.ts';
import type { Candidate } from './rank-characters.ts';

/** How much worse than the best one a character may fit to be tried in its place, alone and with others. */
const maxCost = 0.2;
const maxReplaced = 3;
const maxTries = 150;

/**
 * Replaces characters by others that fit nearly as well, until all check digits agree, the likeliest first. Only one
 * field at a time is changed: that of the check digit. Null where nothing near enough does.
 */
export function repairLines(
  lines: string[],
  candidates: Candidate[][][],
  layout: Layout,
  today: string,
): string[] | null {
  const queue: { lines: string[]; cost: number; replaced: number }[] = [{ lines, cost: 0, replaced: 0 }];
  for (let tries = 0; tries < maxTries; tries += 1) {
    const next = queue.shift();
    if (next === undefined) return null;
    const read = parseMrz(next.lines.join('\n'), today);
    if (read.ok) return next.lines;
    if (next.replaced === maxReplaced) continue;
    for (const { lines: changed, cost } of listChanges(next.lines, candidates, placesOf(read, layout))) {
      if (next.cost + cost <= maxCost) {
        queue.push({ lines: changed, cost: next.cost + cost, replaced: next.replaced + 1 });
      }
    }
    queue.sort((a, b) => a.cost - b.cost);
  }
  return null;
}

function listChanges(lines: string[], candidates: Candidate[][][], places: Place[]) {
  return places.flatMap(({ line, start, end }) =>
    (candidates[line] ?? []).slice(start, end).flatMap((cell, index) =>
      cell.slice(1, 4).map(({ character, cost }) => {
        const text = lines[line] ?? '';
        const column = start + index;
        return { lines: lines.with(line, text.slice(0, column) + character + text.slice(column + 1)), cost };
      }),
    ),
  );
}

/** The characters among which the wrong one is. */
function placesOf(failure: MrzFailure, layout: Layout): Place[] {
  if (failure.reason === 'not_mrz' || failure.reason === 'wrong_length') return [];
  if (failure.reason === 'wrong_character') return [failure.at];
  const { at } = failure;
  if (at.field === 'composite') return [...(layout.composite?.covers ?? []), at];
  // The check digit is behind its field.
  return [{ ...at, end: at.end + 1 }];
}
