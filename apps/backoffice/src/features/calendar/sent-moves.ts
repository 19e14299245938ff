import type { SentMove } from './move-fields';
import type { Move } from './moves';

/** Moves as the server takes them. */
export function formatSentMoves(
  moves: readonly Move[],
  versionOf: (id: string) => string,
  prices: ReadonlyMap<string, 'keep' | 'new'> = new Map(),
): SentMove[] {
  return moves.map(({ id, roomId, bed, from, to }) => ({
    bookingId: id,
    version: versionOf(id),
    roomId,
    bed,
    checkIn: from,
    checkOut: to,
    price: prices.get(id) ?? 'keep',
  }));
}
