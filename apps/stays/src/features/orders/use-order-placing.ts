'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { requestApi } from '../actions/request-api';
import { useRoomSession, useStaySession } from '../actions/session-context';
import { useOneAtATime } from '../actions/use-one-at-a-time';
import type { Order } from './order';
import { placedKey, rememberOrder } from './own-orders';
import { type PlacingRefusal, readPlacingRefusal } from './placing-refusal';
import type { ServiceCart } from './use-service-cart';

export type OrderPlacing = {
  isPlacing: boolean;
  refusal: PlacingRefusal | null;
  /** Takes the refusal off the screen: the guest has seen it, or changed the cart. */
  dismiss: () => void;
  /** True: placed. What the guest saw goes along, where prices were known; another total is asked about. */
  place: (expectedTotalMinor: number | null) => Promise<boolean>;
};

/** Places the cart once: taps meanwhile are none, and a retry has the cart's key. */
export function useOrderPlacing(cart: ServiceCart): OrderPlacing {
  const { page } = useRoomSession();
  const { withFullAccess } = useStaySession();
  const client = useQueryClient();
  const { isRunning: isPlacing, runAlone } = useOneAtATime();
  const [refusal, setRefusal] = useState<PlacingRefusal | null>(null);
  const dismiss = useCallback(() => setRefusal(null), []);

  async function tryPlacing(expectedTotalMinor: number | null): Promise<boolean> {
    setRefusal(null);
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
      const read = readPlacingRefusal(thrown, expectedTotalMinor ?? 0);
      setRefusal(read);
      answerRefusal(read, key);
      return false;
    }
  }

  function answerRefusal({ kind }: PlacingRefusal, key: string): void {
    if (kind === 'offline') {
      cart.hold(key);
    } else if (kind === 'key_was_used') {
      cart.renew();
    } else if (kind === 'total_changed' || kind === 'unavailable') {
      // The catalogue on screen is an old one.
      void client.invalidateQueries({ queryKey: ['services', page.code] });
    }
  }

  const place = async (expectedTotalMinor: number | null) =>
    (await runAlone(() => tryPlacing(expectedTotalMinor))) ?? false;

  return { isPlacing, refusal, dismiss, place };
}
