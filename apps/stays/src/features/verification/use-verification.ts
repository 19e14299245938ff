'use client';

import type { VerifyResponse } from '@gudbro/guest-api/verified-stay';
import { useState } from 'react';
import { type ClientError, readClientError } from '@/client/request-error';
import { useOneAtATime } from '@/client/use-one-at-a-time';

export type Verification = {
  isSending: boolean;
  error: ClientError | null;
  /** Resolves to null if it failed; `error` is set then. */
  send: (answer: () => Promise<VerifyResponse>) => Promise<VerifyResponse | null>;
};

/** Sends a guest's answer, and holds the error, so that the form can show it beside the field. */
export function useVerification(): Verification {
  const { isRunning: isSending, runAlone } = useOneAtATime();
  const [error, setError] = useState<ClientError | null>(null);

  // A double tap must not count as two attempts.
  const send = (answer: () => Promise<VerifyResponse>) =>
    runAlone(async () => {
      setError(null);
      try {
        return await answer();
      } catch (thrown) {
        setError(readClientError(thrown));
        return null;
      }
    });

  return { isSending, error, send };
}
