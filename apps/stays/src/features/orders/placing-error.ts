import type { ClientError } from '../actions/request-error';
import type { UnavailableItem } from './price-cart';

/** What the order costs now, where the server found another total than the guest had seen. */
export function newTotalOf(error: ClientError | null): number | null {
  return error?.error === 'conflict' && error.reason === 'total_changed' ? (error.totalMinor ?? null) : null;
}

/** The items the server cannot give; null where the order failed for another reason, or not at all. */
export function unavailableItemsOf(error: ClientError | null): readonly UnavailableItem[] | null {
  return error?.error === 'item_unavailable' ? error.items : null;
}

/** The cart's key belongs to another order: the cart has changed since it was sent under it. */
export function isKeyUsed(error: ClientError): boolean {
  return error.error === 'conflict' && error.reason === 'key_was_used_for_another_order';
}
