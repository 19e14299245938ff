import { isOfBed, type Things } from './bars';
import type { Block, Stay } from './queries';
import type { BedRow } from './rows';

/** Where a stay is to be, and when. Without a room it is on the shelf. */
export type Placement = { roomId: string | null; bed: string; from: string; to: string };

/** `roomFrom` is the day on which a guest who is in house gets another room. */
export type Move = Placement & { id: string; roomFrom?: string };

export type Occupied = Pick<Things, 'stays' | 'blocks'>;

/** What a placement has to make room for. */
export type Obstacles = { stays: Stay[]; blocks: Block[] };

type Dated = { from: string; to: string };

const overlap = (a: Dated, b: Dated) => a.from < b.to && a.to > b.from;

/** Whether a stay has a bed for itself. The nights of one that is over can be booked again. */
const holdsBed = ({ status }: Stay) => status !== 'checked_out';

/** Whether a stay has not begun: its days can change, and it can be put on the shelf. */
export const isMovable = ({ status }: Stay): boolean => status === 'pending' || status === 'confirmed';

/** A stay that is put somewhere. A guest who is in house has another room from today on, and keeps the day of arrival. */
export function makeMove(stay: Stay, placement: Placement, today: string): Move {
  const isOtherBed = placement.roomId !== stay.roomId || placement.bed !== stay.bed;
  return stay.status === 'checked_in' && isOtherBed
    ? { ...placement, id: stay.id, from: stay.from, roomFrom: today > stay.from ? today : stay.from }
    : { ...placement, id: stay.id };
}

/** A placement of a stay that somebody else has changed since: what was not asked for is as it is now. */
export function followChanges(placement: Placement, before: Stay, now: Stay): Placement {
  const isSameBed = placement.roomId === before.roomId && placement.bed === before.bed;
  const { roomId, bed } = isSameBed ? now : placement;
  return {
    roomId,
    bed,
    from: placement.from === before.from ? now.from : placement.from,
    to: placement.to === before.to ? now.to : placement.to,
  };
}

/** Whether a move takes a guest who is in house to another room. */
export const isMoveInHouse = ({ roomFrom }: Move): boolean => roomFrom !== undefined;

/** The nights in which a move has its bed. */
const nightsOf = ({ roomFrom, from, to }: Placement & Pick<Move, 'roomFrom'>): Dated => ({
  from: roomFrom ?? from,
  to,
});

/** The stays as they are after these moves. */
export function applyMoves(stays: readonly Stay[], moves: readonly Move[]): Stay[] {
  const byId = new Map(moves.map((move) => [move.id, move]));
  return stays.map((stay) => {
    const move = byId.get(stay.id);
    if (move === undefined) {
      return stay;
    }
    const { roomId, bed, from, to } = move;
    // Of a guest who was moved in house, the first day in the present room does not change with the departure.
    const roomFrom = move.roomFrom ?? (stay.roomFrom > stay.from ? stay.roomFrom : from);
    return { ...stay, roomId, bed, from, to, roomFrom };
  });
}

/** What has the bed of a placement in one of its nights, apart from these stays and blocks. */
export function findObstacles(
  { stays, blocks }: Occupied,
  placement: Placement & Pick<Move, 'roomFrom'>,
  except: ReadonlySet<string> = new Set(),
): Obstacles {
  const { roomId, bed } = placement;
  const nights = nightsOf(placement);
  if (roomId === null) {
    return { stays: [], blocks: [] };
  }
  return {
    stays: stays.filter(
      (stay) =>
        stay.roomId === roomId &&
        stay.bed === bed &&
        holdsBed(stay) &&
        !except.has(stay.id) &&
        overlap({ from: stay.roomFrom, to: stay.to }, nights),
    ),
    blocks: blocks.filter(
      (block) => isOfBed(block, { roomId, bed }) && !except.has(block.id) && overlap(block, nights),
    ),
  };
}

export const isFree = ({ stays, blocks }: Obstacles): boolean => stays.length === 0 && blocks.length === 0;

/** The stays that are in the way of a chain of moves and are not moved by it, each once. */
export function findDisplaced(occupied: Occupied, moves: readonly Move[]): Obstacles {
  const moved = new Set(moves.map(({ id }) => id));
  const after = { ...occupied, stays: applyMoves(occupied.stays, moves) };
  const found = moves.map((move) => findObstacles(after, move, moved));
  return {
    stays: [...new Set(found.flatMap(({ stays }) => stays))],
    blocks: [...new Set(found.flatMap(({ blocks }) => blocks))],
  };
}

/** Whether two moves of a chain want one bed in one night. */
export function haveClash(moves: readonly Move[]): boolean {
  return moves.some((a, index) =>
    moves
      .slice(index + 1)
      .some(
        (b) =>
          a.roomId !== null && a.roomId === b.roomId && a.bed === b.bed && overlap(nightsOf(a), nightsOf(b)),
      ),
  );
}

/** The nights for which a stay needs a bed from now on: of a guest who is in house, those to come. */
export function nightsToCome(
  { status, from, to }: Pick<Stay, 'status' | 'from' | 'to'>,
  today: string,
): Dated {
  return { from: status === 'checked_in' && today > from ? today : from, to };
}

/** The beds in use, each with whether a stay could have it in its nights after these moves. */
export function listBedsFor(
  occupied: Occupied,
  beds: readonly BedRow[],
  moves: readonly Move[],
  stay: Pick<Stay, 'id' | 'from' | 'to'>,
): { bed: BedRow; obstacles: Obstacles }[] {
  const after = { ...occupied, stays: applyMoves(occupied.stays, moves) };
  return beds
    .filter(({ isActive }) => isActive)
    .map((bed) => ({
      bed,
      obstacles: findObstacles(after, { ...bed, from: stay.from, to: stay.to }, new Set([stay.id])),
    }));
}
