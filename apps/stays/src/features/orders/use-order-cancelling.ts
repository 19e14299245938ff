'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { requestApi } from '@/client/request-api';
import { type ClientError, readClientError } from '@/client/request-error';
import { useOneAtATime } from '@/client/use-one-at-a-time';
import { useFullAccess, useStayPage } from '@/shell/actions/session-context';
import { cacheOrder, ordersKey } from './own-orders';

/** Cancels an order, which is possible until the desk confirms it. */
export function useOrderCancelling(orderId: string) {
  const { page } = useStayPage();
  const { withFullAccess } = useFullAccess();
  const client = useQueryClient();
  const { isRunning: isCancelling, runAlone } = useOneAtATime();
  const [error, setError] = useState<ClientError | null>(null);

  async function tryCancelling(): Promise<void> {
    setError(null);
    try {
      const params = { code: page.code, id: orderId };
      const response = await withFullAccess(() =>
        requestApi('DELETE /api/stay/[code]/orders/[id]', { params }),
      );
      if (response !== null) {
        cacheOrder(client, page.code, response.order);
      }
    } catch (thrown) {
      setError(readClientError(thrown));
      // The order on screen is out of date, so load it again.
      void client.invalidateQueries({ queryKey: ordersKey(page.code) });
    }
  }

  return { isCancelling, error, cancel: () => void runAlone(tryCancelling) };
}
