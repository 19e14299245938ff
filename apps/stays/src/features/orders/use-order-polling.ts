'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { requestApi } from '../actions/request-api';
import { isOutcomeUnknown } from '../actions/request-error';
import { useFullAccess, useStayPage } from '../actions/session-context';
import type { Order } from './order';
import { type OwnOrders, ordersKey, readAgain } from './own-orders';

/**
 * The guest's own orders, asked for again while one is open: quickly after a change, ever slower while nothing happens,
 * not in a hidden tab. An answer that has not changed comes from the browser's memory. Null: the guest did not say who
 * they are.
 */
export function useOrderPolling() {
  const { page } = useStayPage();
  const { withFullAccess } = useFullAccess();
  const client = useQueryClient();
  return useQuery({
    queryKey: ordersKey(page.code),
    queryFn: async (): Promise<OwnOrders | null> => {
      const answer = await withFullAccess(() =>
        requestApi<{ orders: Order[] }>(`/api/stay/${page.code}/orders`),
      );
      return answer && readAgain(client, page.code, answer.orders);
    },
    staleTime: 0,
    networkMode: 'always',
    retry: (failures, thrown) => failures < 1 && isOutcomeUnknown(thrown),
    refetchInterval: (query) => query.state.data?.pollMs ?? false,
  });
}
