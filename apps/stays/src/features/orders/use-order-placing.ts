'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { requestApi } from '../actions/request-api';
import { type ClientError, readClientError } from '../actions/request-error';
import { useFullAccess, useStayPage } from '../actions/session-context';
import { useOneAtATime } from '../actions/use-one-at-a-time';
import type { Order } from './order';
import { placedKey, rememberOrder } from './own-orders';
import { isKeyUsed, newTotalOf, unavailableItemsOf } from './placing-error';
import type { ServiceCart } from './use-service-cart';

export type OrderPlacing = {
  isPlacing: boolean;
  error: ClientError | null;
  /** What the guest saw when they last placed the cart: 0 where prices were not known. */
  seenTotalMinor: number;
  /** Takes the error off the screen: the guest has seen it, or changed the cart. */
  dismiss: () => void;
  /** True: placed. What the guest saw goes along, where prices were known; another total is asked about. */
  place: (expectedTotalMinor: number | null) => Promise<boolean>;
};

/** Places the cart once: taps meanwhile are none, and a retry has the cart's key. */
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
    const { lines: items, notes, key } = cart;
    const send = () =>
      requestApi<{ order: Order }>(`/api/stay/${page.code}/orders`, {
        method: 'POST',
        headers: { 'idempotency-key': key },
        body: { items, notes: notes.trim(), ...(expectedTotalMinor === null ? {} : { expectedTotalMinor }) },
      });
    try {
      const answer = await withFullAccess(send);
      if (answer !== null) {
        rememberOrder(client, page.code, answer.order);
        client.setQueryData(placedKey(page.code), answer.order.id);
        cart.clear(key);
      }
      return answer !== null;
    } catch (thrown) {
      const read = readClientError(thrown);
      setError(read);
      followUp(read, key);
      return false;
    }
  }

  function followUp(failed: ClientError, key: string): void {
    if (failed.error === 'offline') {
      cart.hold(key);
    } else if (isKeyUsed(failed)) {
      cart.renew();
    } else if (newTotalOf(failed) !== null || unavailableItemsOf(failed) !== null) {
      // The catalogue on screen is an old one.
      void client.invalidateQueries({ queryKey: ['services', page.code] });
    }
  }

  const place = async (expectedTotalMinor: number | null) =>
    (await runAlone(() => tryPlacing(expectedTotalMinor))) ?? false;

  return { isPlacing, error, seenTotalMinor, dismiss, place };
}
