'use client';

import type { PhonesResponse } from '@gudbro/guest-api/phone';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { requestApi } from '@/client/request-api';
import { type ClientError, isRequestError, readClientError } from '@/client/request-error';
import { useOneAtATime } from '@/client/use-one-at-a-time';
import { useFullAccess, useStayPage } from '@/shell/actions/session-context';
import { phonesKey } from './use-stay-phones';

/** Signs a phone out and takes it off the list. */
export function usePhoneSignOut(phoneId: string, onSignedOut: () => void) {
  const { page } = useStayPage();
  const { withFullAccess } = useFullAccess();
  const client = useQueryClient();
  const { isRunning: isSigningOut, runAlone } = useOneAtATime();
  const [error, setError] = useState<ClientError | null>(null);

  const send = () =>
    withFullAccess(() =>
      requestApi('DELETE /api/stay/[code]/phones/[id]', { params: { code: page.code, id: phoneId } }),
    );

  async function trySigningOut(): Promise<void> {
    setError(null);
    try {
      if ((await send()) === null) {
        return;
      }
    } catch (thrown) {
      // Not found: it was signed out elsewhere meanwhile, so the list is what changes.
      if (!isRequestError(thrown, 'not_found')) {
        setError(readClientError(thrown));
        return;
      }
    }
    client.setQueryData<PhonesResponse | null>(
      phonesKey(page.code),
      (before) => before && { phones: before.phones.filter(({ id }) => id !== phoneId) },
    );
    onSignedOut();
  }

  return { isSigningOut, error, signOut: () => void runAlone(trySigningOut) };
}
