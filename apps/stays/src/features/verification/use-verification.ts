'use client';

import { useState } from 'react';
import { type ApiFailure, toFailure } from '../actions/api-failure';
import { requestApi } from '../actions/request-api';
import { useOneAtATime } from '../actions/use-one-at-a-time';
import type { VerifyResponse } from './verified-stay';

export type Verification = {
  isSending: boolean;
  failure: ApiFailure | null;
  /** Null: refused, and `failure` says why. */
  send: (path: string, body: object) => Promise<VerifyResponse | null>;
};

/** Sends a proof, and keeps what went wrong, so that the form can say it beside the field. */
export function useVerification(): Verification {
  const { isRunning: isSending, runAlone } = useOneAtATime();
  const [failure, setFailure] = useState<ApiFailure | null>(null);

  // A second tap would be a second try, and tries are counted.
  const send = (path: string, body: object) =>
    runAlone(async () => {
      setFailure(null);
      try {
        return await requestApi<VerifyResponse>(path, { method: 'POST', body });
      } catch (thrown) {
        setFailure(toFailure(thrown));
        return null;
      }
    });

  return { isSending, failure, send };
}
