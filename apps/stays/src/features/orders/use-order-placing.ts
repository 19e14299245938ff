'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { requestApi } from '@/client/request-api';
import { type ClientError, readClientError } from '@/client/request-error';
import { useOneAtATime } from '@/client/use-one-at-a-time';
import { useFullAccess, useStayPage } from '@/shell/actions/session-context';
import type { ServiceCart } from '@/shell/cart/use-service-cart';
import { cacheOrder, placedKey } from './own-orders';
import { isKeyUsed, newTotalOf, unavailableItemsOf } from './placing-error';

export type OrderPlacing = {
  isPlacing: boolean;
  error: ClientError | null;
  /** The total on screen when the guest last placed the cart; 0 if prices were unknown. */
  seenTotalMinor: number;
  /** Hides the error. */
  dismiss: () => void;
  /** True if placed. With an expected total, the order fails with `total_changed` if the real total differs. */
  place: (expectedTotalMinor: number | null) => Promise<boolean>;
};

/** Places the cart once: taps while it is sent are ignored, and a retry has the same idempotency key. */
export function useOrderPlacing(cart: ServiceCart): OrderPlacing {
  const { page } = useStayPage();
  const { withFullAccess } = useFullAccess();
  const client = useQueryClient();
  const { isRunning: isPlacing, runAlone } = useOneAtATime();
  const [error, setError] = useState<ClientError | null>(null);
  const [seenTotalMinor, setSeenTotalMinor] = useState(0);
  const dismiss = useCallback(() => setError(null), []);

  async function tryPlacing(expectedTotalMinor: number | null): Promise<boolean> {
    setError(null);
    setSeenTotalMinor(expectedTotalMinor ?? 0);
    const { key } = cart;
    try {
      const response = await withFullAccess(() => sendOrder(page.code, cart, expectedTotalMinor));
      if (response !== null) {
        cacheOrder(client, page.code, response.order);
        client.setQueryData(placedKey(page.code), response.order.id);
        cart.clear(key);
      }
      return response !== null;
    } catch (thrown) {
      const read = readClientError(thrown);
      setError(read);
      reactTo(read, key);
      return false;
    }
  }

  function reactTo(failed: ClientError, key: string): void {
    if (failed.error === 'offline') {
      cart.markWaiting(key);
    } else if (isKeyUsed(failed)) {
      cart.replaceKey();
    } else if (newTotalOf(failed) !== null || unavailableItemsOf(failed) !== null) {
      // The catalogue on screen is out of date.
      void client.invalidateQueries({ queryKey: ['services', page.code] });
    }
  }

  const place = async (expectedTotalMinor: number | null) =>
    (await runAlone(() => tryPlacing(expectedTotalMinor))) ?? false;

  return { isPlacing, error, seenTotalMinor, dismiss, place };
}

function sendOrder(code: string, cart: ServiceCart, expectedTotalMinor: number | null) {
  const { lines: items, notes, wantedAt, key } = cart;
  return requestApi('POST /api/stay/[code]/orders', {
    params: { code },
    idempotencyKey: key,
    body: {
      items: [...items],
      notes: notes.trim(),
      ...(wantedAt === null ? {} : { wantedAt }),
      ...(expectedTotalMinor === null ? {} : { expectedTotalMinor }),
    },
  });
}
