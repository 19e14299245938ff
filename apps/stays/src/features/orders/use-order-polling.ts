'use client';

import type { Order } from '@gudbro/guest-api/order';
import { useQuery } from '@tanstack/react-query';
import { pollingInterval } from '@/client/polling-interval';
import { requestApi } from '@/client/request-api';
import { isOutcomeUnknown } from '@/client/request-error';
import { useStayPage } from '@/shell/actions/session-context';
import { useSheetRead } from '@/shell/sheets/use-sheet-read';
import { isOpen } from './is-open';
import { ordersKey } from './own-orders';

/**
 * The guest's own orders, polled while the page is visible, and less often once all have ended. Null: the guest closed the verification sheet without verifying.
 */
export function useOrderPolling() {
  const { page } = useStayPage();
  const readForSheet = useSheetRead();
  return useQuery({
    queryKey: ordersKey(page.code),
    queryFn: async (): Promise<readonly Order[] | null> => {
      const response = await readForSheet(() =>
        requestApi('GET /api/stay/[code]/orders', { params: { code: page.code } }),
      );
      return response === null ? null : response.orders;
    },
    staleTime: 0,
    networkMode: 'always',
    retry: (failures, thrown) => failures < 1 && isOutcomeUnknown(thrown),
    refetchInterval: ({ state }) => pollingInterval(state.data ?? [], isOpen),
  });
}
