'use client';

import { useQuery } from '@tanstack/react-query';
import { requestApi } from '@/client/request-api';
import { isOutcomeUnknown } from '@/client/request-error';
import { useStayPage } from '@/shell/actions/session-context';
import { useSheetRead } from '@/shell/sheets/use-sheet-read';

export const phonesKey = (code: string) => ['phones', code] as const;

/** The phones on the stay. Null: the guest closed the verification sheet without verifying. */
export function useStayPhones() {
  const { page } = useStayPage();
  const readForSheet = useSheetRead();
  return useQuery({
    queryKey: phonesKey(page.code),
    queryFn: () =>
      readForSheet(() => requestApi('GET /api/stay/[code]/phones', { params: { code: page.code } })),
    staleTime: 0,
    networkMode: 'always',
    retry: (failures, thrown) => failures < 1 && isOutcomeUnknown(thrown),
  });
}
