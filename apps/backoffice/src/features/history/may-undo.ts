import type { Entry } from './queries';

/** How long its author may undo an entry without a reason. The same time is in SQL (`undo_change`). */
const plainlyMinutes = 10;

/** Whether an entry can be undone by a manager, and whether it takes a reason. SQL decides the same. */
export function readUndo(
  entry: Pick<Entry, 'canUndo' | 'undoneBy' | 'personId' | 'at'>,
  accountId: string,
  now: Date,
): 'no' | 'plainly' | 'with_reason' {
  if (!entry.canUndo || entry.undoneBy !== null) {
    return 'no';
  }
  const isFresh = now.getTime() - new Date(entry.at).getTime() < plainlyMinutes * 60_000;
  return entry.personId === accountId && isFresh ? 'plainly' : 'with_reason';
}
