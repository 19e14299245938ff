'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { requestApi } from '../actions/request-api';
import { isOutcomeUnknown } from '../actions/request-error';
import { useFullAccess, useStayPage } from '../actions/session-context';
import { incidentsKey, type OwnIncidents, readAgain } from './own-incidents';

/**
 * The guest's own reports and the areas to choose from. `isPolled`: asked for again while the list is open, ever slower
 * while nothing happens, not in a hidden tab. Null: the guest did not say who they are.
 */
export function useOwnIncidents({ enabled = true, isPolled }: { enabled?: boolean; isPolled: boolean }) {
  const { page } = useStayPage();
  const { withFullAccess } = useFullAccess();
  const client = useQueryClient();
  return useQuery({
    queryKey: incidentsKey(page.code),
    enabled,
    queryFn: async (): Promise<OwnIncidents | null> => {
      const answer = await withFullAccess(() =>
        requestApi<Omit<OwnIncidents, 'pollMs'>>(`/api/stay/${page.code}/incidents`),
      );
      return answer && readAgain(client, page.code, answer);
    },
    staleTime: isPolled ? 0 : 60_000,
    networkMode: 'always',
    retry: (failures, thrown) => failures < 1 && isOutcomeUnknown(thrown),
    refetchInterval: (query) => (isPolled && query.state.data?.pollMs) || false,
  });
}
