import type { SentMove } from './move-fields';
import type { Move } from './moves';

/** What the desk decides on for a stay that is moved. */
export type Decision = {
  price: 'keep' | 'new';
  /** A guest in house gets a room that is not clean. */
  despiteRoom: boolean;
  /** The reports of a guest in house that stay with the old room. */
  stayingReports: string[];
};

const nothingDecided: Decision = { price: 'keep', despiteRoom: false, stayingReports: [] };

/** Moves as the server takes them, with what was decided for each stay, by its id. */
export function formatSentMoves(
  moves: readonly Move[],
  versionOf: (id: string) => string,
  decisions: ReadonlyMap<string, Decision> = new Map(),
): SentMove[] {
  return moves.map(({ id, roomId, bed, from, to }) => ({
    bookingId: id,
    version: versionOf(id),
    roomId,
    bed,
    checkIn: from,
    checkOut: to,
    ...(decisions.get(id) ?? nothingDecided),
  }));
}
