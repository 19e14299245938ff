import type { Things } from './bars';
import { applyMoves, type Move } from './moves';
import type { Block } from './queries';

/** How acts left stays and blocks, by their ids. */
export type Left = ReadonlyMap<string, { version: string; move?: Move; block?: Block }>;

/** The same after one more act, which left these versions. */
export function leaveThings(
  left: Left,
  versions: Record<string, string>,
  moves: readonly Move[],
  block: Block | undefined,
): Left {
  const after = new Map(left);
  for (const move of moves) {
    const version = versions[move.id];
    // None: it was there already.
    if (version !== undefined) {
      after.set(move.id, { version, move });
    }
  }
  const version = versions[block?.id ?? ''];
  if (block !== undefined && version !== undefined) {
    after.set(block.id, { version, block });
  }
  return after;
}

/** What was read, with what was done since. What somebody else changed after that stays as it was read. */
export function applyLeft(things: Things, left: Left): Things {
  if (left.size === 0) {
    return things;
  }
  const stays = things.stays.map((stay) => {
    const { version = '', move } = left.get(stay.id) ?? {};
    const [moved] = move !== undefined && version > stay.version ? applyMoves([stay], [move]) : [];
    return moved === undefined ? stay : { ...moved, version };
  });
  const blocks = things.blocks.map((one) => {
    const { version = '', block } = left.get(one.id) ?? {};
    return block !== undefined && version > one.version ? { ...block, version } : one;
  });
  return { ...things, stays, blocks };
}

/** The later of two versions. They are times as the database writes them, which sort as texts. */
export function findNewer(read: string, left: string | undefined): string {
  return left !== undefined && left > read ? left : read;
}
