'use client';

import { useQuery } from '@tanstack/react-query';
import { requestApi } from '../actions/request-api';
import { isOutcomeUnknown } from '../actions/request-error';
import { useFullAccess, useStayPage } from '../actions/session-context';
import type { PhonesResponse } from './phone';

export const phonesKey = (code: string) => ['phones', code] as const;

/** The phones on the stay. Null: the guest closed the verification sheet without verifying. */
export function useStayPhones() {
  const { page } = useStayPage();
  const { withFullAccess } = useFullAccess();
  return useQuery({
    queryKey: phonesKey(page.code),
    queryFn: ({ client, queryKey }) =>
      withFullAccess(() => requestApi<PhonesResponse>(`/api/stay/${page.code}/phones`), {
        isReadAgain: client.getQueryData(queryKey) != null,
      }),
    staleTime: 0,
    networkMode: 'always',
    retry: (failures, thrown) => failures < 1 && isOutcomeUnknown(thrown),
  });
}
