import type { ClientError } from '@/client/request-error';
import type { UnavailableItem } from '@/shell/cart/preview-cart';

/** The current total, if the order failed because the guest had seen another one. */
export function newTotalOf(error: ClientError | null): number | null {
  return error?.error === 'conflict' && error.reason === 'total_changed' ? (error.totalMinor ?? null) : null;
}

/** The unavailable items; null if the order failed for another reason, or did not fail. */
export function unavailableItemsOf(error: ClientError | null): readonly UnavailableItem[] | null {
  return error?.error === 'item_unavailable' ? error.items : null;
}

/** Another order has used the cart's idempotency key already. */
export function isKeyUsed(error: ClientError): boolean {
  return error.error === 'conflict' && error.reason === 'key_was_used_for_another_order';
}
