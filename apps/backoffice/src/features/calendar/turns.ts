'use client';

import { useEffect, useEffectEvent, useState } from 'react';

type Turn = { weight: number; take: () => void };

/** What one frame takes. */
export const frameWeight = 6;

const waiting = new Set<Turn>();
let isTaking = false;

function takeTurns(): void {
  let left = frameWeight;
  for (const turn of [...waiting].reverse()) {
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

/**
 * Does something in a frame that comes soon, before what waits already: who scrolls faster than that is rendered leaves what waits
 * longest first. Returns what takes it back.
 */
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
 * A value that a part of the grid takes over in its turn, so that no frame has to render many: who scrolls fast would see the grid
 * stand still. Before the first turn it is what `first` gives. In its turn it takes what is wanted then: it does not lose its place
 * because it waited long. A part that begins with nothing takes `most` first, which is what matters most of what is wanted.
 */
export function useInTurn<Value extends object, First extends Value | null>(
  wanted: Value,
  first: () => First,
  weights: { fresh: number; other: number },
  most: Value = wanted,
): Value | First {
  const [taken, setTaken] = useState<Value | First>(first);
  const take = useEffectEvent(() => setTaken(taken === null ? most : wanted));
  const isWaiting = taken !== wanted;
  const weight = taken === null ? weights.fresh : weights.other;
  // After what it took it waits again if something else was wanted meanwhile.
  useEffect(() => (isWaiting ? waitForTurn(weight, () => take()) : undefined), [isWaiting, weight, taken]);
  return taken;
}
