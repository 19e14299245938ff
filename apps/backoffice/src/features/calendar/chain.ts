import {
  applyMoves,
  findDisplaced,
  findObstacles,
  haveClash,
  isFree,
  type Move,
  makeMove,
  type Occupied,
} from './moves';
import type { Block, Stay } from './queries';
import { type BedRow, formatBedKey } from './rows';

/** Where a displaced stay goes: into the bed that the first one leaves, on the shelf, or into another bed. */
export type Choice = { to: 'swap' } | { to: 'shelf' } | { to: 'bed'; bedKey: string };

export type Chain = {
  /** In the order in which they make room for each other. */
  moves: Move[];
  /** The stays that are displaced, in that order, each with the choices so far. */
  displaced: { stay: Stay; choice: Choice | null; swap: Move | null; before: Move[] }[];
  /** What cannot give way: a block, or two of the chain that want one bed. */
  stuck: { blocks: Block[]; hasClash: boolean };
  isComplete: boolean;
};

const mostMoves = 50;

/** The move that puts a displaced stay into the bed that the first stay leaves, where that is free then. */
export function findSwap(
  occupied: Occupied,
  moves: readonly Move[],
  displaced: Stay,
  today: string,
): Move | null {
  const first = occupied.stays.find(({ id }) => id === moves[0]?.id);
  if (first === undefined || first.roomId === null) {
    return null;
  }
  const { roomId, bed } = first;
  const swap = makeMove(displaced, { roomId, bed, from: displaced.from, to: displaced.to }, today);
  const chain = [...moves, swap];
  const after = { ...occupied, stays: applyMoves(occupied.stays, chain) };
  const obstacles = findObstacles(after, swap, new Set(chain.map(({ id }) => id)));
  return isFree(obstacles) && !haveClash(chain) ? swap : null;
}

/**
 * All moves that follow from one, by these choices. Without a choice a swap is taken where there is one, but not with a guest who is
 * in house: that the desk has to say.
 */
export function buildChain(
  occupied: Occupied,
  first: Move,
  choices: ReadonlyMap<string, Choice>,
  beds: readonly BedRow[],
  today: string,
): Chain {
  const moves = [first];
  const displaced: Chain['displaced'] = [];
  for (;;) {
    const { stays, blocks } = findDisplaced(occupied, moves);
    const stuck = { blocks, hasClash: haveClash(moves) };
    const [next] = stays;
    if (blocks.length > 0 || stuck.hasClash || next === undefined || moves.length >= mostMoves) {
      const isComplete = isFree({ stays, blocks }) && !stuck.hasClash;
      return { moves, displaced, stuck, isComplete };
    }
    const swap = findSwap(occupied, moves, next, today);
    const isSwapped = swap !== null && next.status !== 'checked_in';
    const choice = choices.get(next.id) ?? (isSwapped ? { to: 'swap' as const } : null);
    displaced.push({ stay: next, choice, swap, before: [...moves] });
    const move = choice === null ? null : moveBy(choice, next, swap, beds, today);
    if (move === null) {
      return { moves, displaced, stuck, isComplete: false };
    }
    moves.push(move);
  }
}

function moveBy(
  choice: Choice,
  stay: Stay,
  swap: Move | null,
  beds: readonly BedRow[],
  today: string,
): Move | null {
  const { from, to } = stay;
  switch (choice.to) {
    case 'swap':
      return swap;
    case 'shelf':
      return makeMove(stay, { roomId: null, bed: '', from, to }, today);
    case 'bed': {
      const bed = beds.find(({ roomId, bed: name }) => formatBedKey(roomId, name) === choice.bedKey);
      return bed === undefined ? null : makeMove(stay, { roomId: bed.roomId, bed: bed.bed, from, to }, today);
    }
  }
}
