'use client';

import { useQuery } from '@tanstack/react-query';
import { requestApi } from '../actions/request-api';
import { isOutcomeUnknown } from '../actions/request-error';
import { useStayPage } from '../actions/session-context';
import { useSheetRead } from '../actions/use-sheet-read';
import type { PhonesResponse } from './phone';

export const phonesKey = (code: string) => ['phones', code] as const;

/** The phones on the stay. Null: the guest closed the verification sheet without verifying. */
export function useStayPhones() {
  const { page } = useStayPage();
  const readForSheet = useSheetRead();
  return useQuery({
    queryKey: phonesKey(page.code),
    queryFn: () => readForSheet(() => requestApi<PhonesResponse>(`/api/stay/${page.code}/phones`)),
    staleTime: 0,
    networkMode: 'always',
    retry: (failures, thrown) => failures < 1 && isOutcomeUnknown(thrown),
  });
}
