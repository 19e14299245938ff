'use client';

import { useEffect, useState } from 'react';

type Turn = { weight: number; take: () => void };

/** What one frame takes: a row that is new in view, or a few that get other days. */
export const frameWeight = 4;
const weights = { fresh: 4, other: 1 } as const;

const waiting = new Set<Turn>();
let isTaking = false;

function takeTurns(): void {
  let left = frameWeight;
  for (const turn of waiting) {
    if (turn.weight > left) {
      break;
    }
    left -= turn.weight;
    waiting.delete(turn);
    turn.take();
  }
  isTaking = waiting.size > 0;
  if (isTaking) {
    requestAnimationFrame(takeTurns);
  }
}

/** Does something in a frame that comes soon, after what waits already. Returns what takes it back. */
export function waitForTurn(weight: number, take: () => void): () => void {
  const turn = { weight, take };
  waiting.add(turn);
  if (!isTaking) {
    isTaking = true;
    requestAnimationFrame(takeTurns);
  }
  return () => waiting.delete(turn);
}

/**
 * A value that a row takes over in its turn, so that no frame has to render the cells of many rows: who scrolls fast would see
 * the grid stand still. Null until the first turn of a row that came while the grid was scrolled.
 */
export function useInTurn<Value extends object>(wanted: Value, startsEmpty: () => boolean): Value | null {
  const [taken, setTaken] = useState<Value | null>(() => (startsEmpty() ? null : wanted));
  useEffect(
    () =>
      taken === wanted
        ? undefined
        : waitForTurn(taken === null ? weights.fresh : weights.other, () => setTaken(wanted)),
    [taken, wanted],
  );
  return taken;
}
