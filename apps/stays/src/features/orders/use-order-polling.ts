'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { requestApi } from '../actions/request-api';
import { isOutcomeUnknown } from '../actions/request-error';
import { useFullAccess, useStayPage } from '../actions/session-context';
import type { Order } from './order';
import { type OwnOrders, ordersKey, toOwnOrders } from './own-orders';

/**
 * The guest's own orders, polled while one is open: quickly after a change, slower while nothing changes, and not in a
 * hidden tab. Null: the guest closed the verification sheet without verifying.
 */
export function useOrderPolling() {
  const { page } = useStayPage();
  const { withFullAccess } = useFullAccess();
  const client = useQueryClient();
  return useQuery({
    queryKey: ordersKey(page.code),
    queryFn: async (): Promise<OwnOrders | null> => {
      const response = await withFullAccess(() =>
        requestApi<{ orders: Order[] }>(`/api/stay/${page.code}/orders`),
      );
      return response && toOwnOrders(client, page.code, response.orders);
    },
    staleTime: 0,
    networkMode: 'always',
    retry: (failures, thrown) => failures < 1 && isOutcomeUnknown(thrown),
    refetchInterval: (query) => query.state.data?.pollMs ?? false,
  });
}
