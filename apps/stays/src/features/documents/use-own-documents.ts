'use client';

import type { GuestDocument } from '@gudbro/guest-api/document';
import { useQuery } from '@tanstack/react-query';
import { pollingInterval } from '@/client/polling-interval';
import { requestApi } from '@/client/request-api';
import { isOutcomeUnknown } from '@/client/request-error';
import { useStayPage } from '@/shell/actions/session-context';
import { useSheetRead } from '@/shell/sheets/use-sheet-read';
import { documentsKey, type OwnDocuments } from './own-documents';

const isUnchecked = ({ status }: GuestDocument) => status === 'pending';

/**
 * The documents of the guest's booking, with what the place asks for. Polled while the page is visible, and less often once all are
 * checked. Null: the guest closed the verification sheet without verifying.
 */
export function useOwnDocuments() {
  const { page } = useStayPage();
  const readForSheet = useSheetRead();
  const read = () =>
    requestApi('GET /api/stay/[code]/documents', { params: { code: page.code }, isStored: false });
  return useQuery({
    queryKey: documentsKey(page.code),
    queryFn: (): Promise<OwnDocuments | null> => readForSheet(read),
    staleTime: 0,
    networkMode: 'always',
    retry: (failures, thrown) => failures < 1 && isOutcomeUnknown(thrown),
    refetchInterval: ({ state }) => pollingInterval(state.data?.documents ?? [], isUnchecked),
  });
}

/** Until when the visa of the party is valid. Read anew whenever the documents change; null where there is none to tell. */
export function useVisaStatus(own: OwnDocuments | null | undefined) {
  const { page } = useStayPage();
  const state = own?.documents.map(({ id, status }) => `${id} ${status}`) ?? [];
  const { data } = useQuery({
    queryKey: ['visa', page.code, state],
    enabled: state.length > 0 && own?.policy.fields.includes('visaExpiryDate') === true,
    queryFn: () =>
      requestApi('GET /api/stay/[code]/visa-status', { params: { code: page.code }, isStored: false }),
    networkMode: 'always',
    retry: (failures, thrown) => failures < 1 && isOutcomeUnknown(thrown),
  });
  return data?.visa ?? null;
}
