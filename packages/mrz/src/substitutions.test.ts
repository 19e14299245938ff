import { expect, test } from 'vitest';
import { blindTwins } from './check-digit.ts';
import { parseMrz } from './parse-mrz.ts';

const today = '2026-01-31';
const characters = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<'];

/** The columns of each line that a check digit covers or is in, by ICAO Doc 9303; from and to, both included. */
const covered: Record<string, { lines: string[]; columns: [number, number][][] }> = {
  TD3: {
    lines: ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'],
    columns: [
      [],
      [
        [0, 9],
        [13, 19],
        [21, 43],
      ],
    ],
  },
  'TD3 without optional data': {
    lines: ['P<D<<MUSTERMANN<<ERIKA<<<<<<<<<<<<<<<<<<<<<<', 'C01X0006H1D<<6408125F1710319<<<<<<<<<<<<<<<0'],
    columns: [
      [],
      [
        [0, 9],
        [13, 19],
        [21, 43],
      ],
    ],
  },
  TD2: {
    lines: ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6'],
    columns: [
      [],
      [
        [0, 9],
        [13, 19],
        [21, 35],
      ],
    ],
  },
  TD1: {
    lines: [
      'I<UTOD231458907<<<<<<<<<<<<<<<',
      '7408122F1204159UTO<<<<<<<<<<<6',
      'ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
    ],
    columns: [
      [[5, 29]],
      [
        [0, 6],
        [8, 14],
        [18, 29],
      ],
      [],
    ],
  },
  'MRV-A': {
    lines: ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L8988901C4XXX4009078F96121096ZE184226B<<<<<<'],
    columns: [
      [],
      [
        [0, 9],
        [13, 19],
        [21, 27],
      ],
    ],
  },
  'MRV-B': {
    lines: ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'L8988901C4XXX4009078F9612109<<<<<<<<'],
    columns: [
      [],
      [
        [0, 9],
        [13, 19],
        [21, 27],
      ],
    ],
  },
};

type Substitution = { line: number; column: number; from: string; to: string; accepted: boolean };

/** Each character of each line as each other character. */
function substituteAll(lines: string[]): Substitution[] {
  return lines.flatMap((text, line) =>
    [...text].flatMap((from, column) =>
      characters
        .filter((to) => to !== from)
        .map((to) => {
          const changed = lines.with(line, text.slice(0, column) + to + text.slice(column + 1));
          return { line, column, from, to, accepted: parseMrz(changed.join('\n'), today).ok };
        }),
    ),
  );
}

test.each(Object.entries(covered))(
  '%s: a wrong character where a digit covers it is a blind twin',
  (_, specimen) => {
    const { lines, columns } = specimen;
    const all = substituteAll(lines);
    expect(all).toHaveLength(lines.join('').length * 36);
    const inCovered = all.filter(({ line, column }) =>
      columns[line]?.some(([first, last]) => column >= first && column <= last),
    );
    const missed = inCovered.filter(({ accepted, from, to }) => accepted && !blindTwins(from).includes(to));
    expect(missed).toEqual([]);
    // All twins of letters and digits get through, where the element may have them: no check is stricter by accident.
    const ofNumber = inCovered.filter(({ line, column }) =>
      lines.length === 3 ? line === 0 && column > 4 && column < 14 : line === 1 && column < 9,
    );
    const twins = ofNumber.filter(({ column, from, to }) => {
      const isFirst = column === (lines.length === 3 ? 5 : 0);
      return blindTwins(from).includes(to) && !(isFirst && to === '<');
    });
    expect(twins.length).toBeGreaterThan(0);
    expect(ofNumber.filter(({ accepted }) => accepted)).toEqual(twins);
  },
);
