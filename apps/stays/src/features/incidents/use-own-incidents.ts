'use client';

import type { Incident } from '@gudbro/guest-api/incident';
import { useQuery } from '@tanstack/react-query';
import { pollingInterval } from '@/client/polling-interval';
import { requestApi } from '@/client/request-api';
import { isOutcomeUnknown } from '@/client/request-error';
import { useStayPage } from '@/shell/actions/session-context';
import { useSheetRead } from '@/shell/sheets/use-sheet-read';
import { incidentsKey, type OwnIncidents } from './own-incidents';

const isOpen = ({ status }: Incident) => status === 'open' || status === 'in_progress';

/**
 * The guest's own reports and the property's areas. With `isPolled` they are polled while the page is visible, and less
 * often once all have ended. Null: the guest closed the verification sheet without verifying. Otherwise they are read only for
 * a session that is there: nobody has asked for them.
 */
export function useOwnIncidents({ enabled = true, isPolled }: { enabled?: boolean; isPolled: boolean }) {
  const { page } = useStayPage();
  const readForSheet = useSheetRead();
  const read = () => requestApi('GET /api/stay/[code]/incidents', { params: { code: page.code } });
  return useQuery({
    queryKey: incidentsKey(page.code),
    enabled,
    queryFn: (): Promise<OwnIncidents | null> => (isPolled ? readForSheet(read) : read()),
    staleTime: isPolled ? 0 : 60_000,
    networkMode: 'always',
    retry: (failures, thrown) => failures < 1 && isOutcomeUnknown(thrown),
    refetchInterval: ({ state }) => isPolled && pollingInterval(state.data?.incidents ?? [], isOpen),
  });
}
