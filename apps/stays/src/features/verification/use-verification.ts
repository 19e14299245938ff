'use client';

import { useRef, useState } from 'react';
import { ApiFailure } from '../actions/api-failure';
import { requestApi } from '../actions/request-api';
import type { VerifyResponse } from './verified-stay';

export type Verification = {
  isSending: boolean;
  failure: ApiFailure | null;
  /** Null: refused, and `failure` says why. */
  send: (path: string, body: object) => Promise<VerifyResponse | null>;
};

/** Sends a proof, once however often it is tapped, and keeps what went wrong, so that the form can say it beside the field. */
export function useVerification(): Verification {
  const [isSending, setIsSending] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const isBusy = useRef(false);

  async function send(path: string, body: object): Promise<VerifyResponse | null> {
    // A second tap would be a second try, and tries are counted.
    if (isBusy.current) {
      return null;
    }
    isBusy.current = true;
    setIsSending(true);
    setFailure(null);
    try {
      return await requestApi<VerifyResponse>(path, { method: 'POST', body });
    } catch (thrown) {
      setFailure(thrown instanceof ApiFailure ? thrown : new ApiFailure('internal', null, {}));
      return null;
    } finally {
      isBusy.current = false;
      setIsSending(false);
    }
  }

  return { isSending, failure, send };
}
