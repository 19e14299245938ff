'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { requestApi } from '../actions/request-api';
import { type ClientError, readClientError } from '../actions/request-error';
import { useFullAccess, useStayPage } from '../actions/session-context';
import { useOneAtATime } from '../actions/use-one-at-a-time';
import type { Order } from './order';
import { ordersKey, rememberOrder } from './own-orders';

/** Takes an order back while the desk has not confirmed it. */
export function useOrderCancelling(orderId: string) {
  const { page } = useStayPage();
  const { withFullAccess } = useFullAccess();
  const client = useQueryClient();
  const { isRunning: isCancelling, runAlone } = useOneAtATime();
  const [error, setError] = useState<ClientError | null>(null);

  async function tryCancelling(): Promise<void> {
    setError(null);
    try {
      const path = `/api/stay/${page.code}/orders/${orderId}`;
      const answer = await withFullAccess(() => requestApi<{ order: Order }>(path, { method: 'DELETE' }));
      if (answer !== null) {
        rememberOrder(client, page.code, answer.order);
      }
    } catch (thrown) {
      setError(readClientError(thrown));
      // What is on screen is not how it is any more.
      void client.invalidateQueries({ queryKey: ordersKey(page.code) });
    }
  }

  return { isCancelling, error, cancel: () => void runAlone(tryCancelling) };
}
