import type { ListedDocument } from './document-schemas';

type Waiting = Pick<ListedDocument, 'id' | 'createdAt'>;

/** The documents that wait before and after one, the oldest first; the queue goes on at its other end. Null where no other waits. */
export function findNeighbours(
  waiting: readonly Waiting[],
  own: Waiting,
): { previous: string | null; next: string | null } {
  const others = waiting.filter(({ id }) => id !== own.id);
  const after = others.findIndex(({ createdAt }) => createdAt >= own.createdAt);
  const next = others[after === -1 ? 0 : after];
  const previous = others.at(after === -1 ? -1 : after - 1);
  return { previous: previous?.id ?? null, next: next?.id ?? null };
}
