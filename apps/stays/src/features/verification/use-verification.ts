'use client';

import { useState } from 'react';
import { requestApi } from '../actions/request-api';
import { type ClientError, readClientError } from '../actions/request-error';
import { useOneAtATime } from '../actions/use-one-at-a-time';
import type { VerifyResponse } from './verified-stay';

export type Verification = {
  isSending: boolean;
  error: ClientError | null;
  /** Null: it failed, and `error` says why. */
  send: (path: string, body: object) => Promise<VerifyResponse | null>;
};

/** Sends a proof, and holds its error, so that the form can say it beside the field. */
export function useVerification(): Verification {
  const { isRunning: isSending, runAlone } = useOneAtATime();
  const [error, setError] = useState<ClientError | null>(null);

  // A second tap would be a second try, and tries are counted.
  const send = (path: string, body: object) =>
    runAlone(async () => {
      setError(null);
      try {
        return await requestApi<VerifyResponse>(path, { method: 'POST', body });
      } catch (thrown) {
        setError(readClientError(thrown));
        return null;
      }
    });

  return { isSending, error, send };
}
