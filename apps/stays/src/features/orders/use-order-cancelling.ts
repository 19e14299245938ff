'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isFailure } from '../actions/api-failure';
import { requestApi } from '../actions/request-api';
import { useRoomSession, useStaySession } from '../actions/session-context';
import { useOneAtATime } from '../actions/use-one-at-a-time';
import type { Order } from './order';
import { ordersKey, rememberOrder } from './own-orders';

export type CancellingFailure = 'too_late' | 'offline' | 'stay_ended' | 'failed';

/** Takes an order back while the desk has not confirmed it. */
export function useOrderCancelling(orderId: string) {
  const { page } = useRoomSession();
  const { withFullAccess } = useStaySession();
  const client = useQueryClient();
  const { isRunning: isCancelling, runAlone } = useOneAtATime();
  const [failure, setFailure] = useState<CancellingFailure | null>(null);

  async function tryCancelling(): Promise<void> {
    setFailure(null);
    try {
      const path = `/api/stay/${page.code}/orders/${orderId}`;
      const answer = await withFullAccess(() => requestApi<{ order: Order }>(path, { method: 'DELETE' }));
      if (answer !== null) {
        rememberOrder(client, page.code, answer.order);
      }
    } catch (thrown) {
      setFailure(readFailure(thrown));
      // What is on screen is not how it is any more.
      void client.invalidateQueries({ queryKey: ordersKey(page.code) });
    }
  }

  return { isCancelling, failure, cancel: () => void runAlone(tryCancelling) };
}

function readFailure(thrown: unknown): CancellingFailure {
  if (isFailure(thrown, 'illegal_step')) {
    return 'too_late';
  }
  if (isFailure(thrown, 'stay_ended')) {
    return 'stay_ended';
  }
  return isFailure(thrown, 'offline') ? 'offline' : 'failed';
}
