'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { requestApi } from '@/client/request-api';
import { type ClientError, isOutcomeUnknown, readClientError } from '@/client/request-error';
import { useOneAtATime } from '@/client/use-one-at-a-time';
import { useFullAccess, useStayPage } from '@/shell/actions/session-context';
import { cacheIncident } from './own-incidents';
import { keyOfReport, toReportBody } from './report-draft';
import type { ReportDraftState } from './use-report-draft';

// Uploading three photos over 3G takes long.
const uploadTimeoutMs = 120_000;

export type ReportSending = {
  isSending: boolean;
  error: ClientError | null;
  /** True if the report was sent. */
  send: () => Promise<boolean>;
};

/** Sends the report once: taps while it is sent are ignored, and a retry has the same idempotency key. */
export function useReportSending({ draft, change, photos, clear }: ReportDraftState): ReportSending {
  const { page, tier } = useStayPage();
  const { withFullAccess } = useFullAccess();
  const client = useQueryClient();
  const { isRunning: isSending, runAlone } = useOneAtATime();
  const [error, setError] = useState<ClientError | null>(null);
  const params = { code: page.code };

  async function report(): Promise<boolean> {
    // Verify before the photos are uploaded, not after.
    if (
      tier === 'browse' &&
      (await withFullAccess(() => requestApi('GET /api/stay/[code]/incidents', { params }))) === null
    ) {
      return false;
    }
    const response = await withFullAccess(() =>
      requestApi('POST /api/stay/[code]/incidents', {
        params,
        body: toReportBody(draft, photos),
        idempotencyKey: keyOfReport(draft, photos),
        timeoutMs: uploadTimeoutMs,
      }),
    );
    if (response !== null) {
      cacheIncident(client, page.code, response.incident);
      clear();
    }
    return response !== null;
  }

  async function trySending(): Promise<boolean> {
    setError(null);
    try {
      return await report();
    } catch (thrown) {
      if (isOutcomeUnknown(thrown)) {
        change({ tried: keyOfReport(draft, photos) });
      }
      setError(readClientError(thrown));
      return false;
    }
  }

  const send = async () => (await runAlone(trySending)) ?? false;

  return { isSending, error, send };
}
