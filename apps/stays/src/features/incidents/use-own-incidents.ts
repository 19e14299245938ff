'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { requestApi } from '../actions/request-api';
import { isOutcomeUnknown } from '../actions/request-error';
import { useFullAccess, useStayPage } from '../actions/session-context';
import { incidentsKey, type OwnIncidents, toOwnIncidents } from './own-incidents';

/**
 * The guest's own reports and the property's areas. With `isPolled` they are polled, slower while nothing changes and
 * not in a hidden tab. Null: the guest closed the verification sheet without verifying.
 */
export function useOwnIncidents({ enabled = true, isPolled }: { enabled?: boolean; isPolled: boolean }) {
  const { page } = useStayPage();
  const { withFullAccess } = useFullAccess();
  const client = useQueryClient();
  return useQuery({
    queryKey: incidentsKey(page.code),
    enabled,
    queryFn: async (): Promise<OwnIncidents | null> => {
      const response = await withFullAccess(() =>
        requestApi<Omit<OwnIncidents, 'pollMs'>>(`/api/stay/${page.code}/incidents`),
      );
      return response && toOwnIncidents(client, page.code, response);
    },
    staleTime: isPolled ? 0 : 60_000,
    networkMode: 'always',
    retry: (failures, thrown) => failures < 1 && isOutcomeUnknown(thrown),
    refetchInterval: (query) => (isPolled && query.state.data?.pollMs) || false,
  });
}
