import { ApiFailure } from '../actions/api-failure';
import { type LineProblem, problems } from './price-cart';

/** Why a cart was not placed, as the guest has to be told. */
export type PlacingRefusal =
  | { kind: 'total_changed'; oldTotalMinor: number; newTotalMinor: number }
  | { kind: 'unavailable'; items: readonly LineProblem[] }
  | { kind: 'limited'; seconds: number }
  | { kind: 'offline' | 'key_was_used' | 'stay_ended' | 'not_confirmed' | 'failed' };

/** Reads what the server refused. What is of no known form is a failure like any other. */
export function readPlacingRefusal(thrown: unknown, expectedTotalMinor: number): PlacingRefusal {
  if (!(thrown instanceof ApiFailure)) {
    return { kind: 'failed' };
  }
  switch (thrown.code) {
    case 'offline':
      return { kind: 'offline' };
    case 'rate_limited':
      return { kind: 'limited', seconds: thrown.retryAfterSeconds ?? 60 };
    case 'stay_ended':
      return { kind: 'stay_ended' };
    case 'illegal_step':
      return { kind: 'not_confirmed' };
    case 'item_unavailable':
      return readUnavailable(thrown.more['items']);
    case 'conflict':
      return readConflict(thrown.more, expectedTotalMinor);
    default:
      return { kind: 'failed' };
  }
}

function readConflict(more: Record<string, unknown>, oldTotalMinor: number): PlacingRefusal {
  const { reason, totalMinor } = more;
  if (reason === 'total_changed' && typeof totalMinor === 'number') {
    return { kind: 'total_changed', oldTotalMinor, newTotalMinor: totalMinor };
  }
  return { kind: reason === 'key_was_used_for_another_order' ? 'key_was_used' : 'failed' };
}

function readUnavailable(items: unknown): PlacingRefusal {
  const read = Array.isArray(items) ? items.flatMap(readProblem) : [];
  return read.length === 0 ? { kind: 'failed' } : { kind: 'unavailable', items: read };
}

function readProblem(item: unknown): LineProblem[] {
  const { itemId, name, problem, maxQuantity } = Object(item);
  const known = problems.find((one) => one === problem);
  return typeof itemId === 'string' && known !== undefined
    ? [
        {
          itemId,
          name: String(name ?? ''),
          problem: known,
          maxQuantity: Number.isInteger(maxQuantity) ? maxQuantity : null,
        },
      ]
    : [];
}
