'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ApiFailure, isFailure } from '../actions/api-failure';
import { requestApi } from '../actions/request-api';
import { useRoomSession } from '../actions/session-context';
import type { Incident } from './incident';
import { rememberIncident } from './own-incidents';
import { keyOfReport, toReportForm } from './report-draft';
import type { ReportDraftState } from './use-report-draft';

// Three photos on a 3G line take their time.
const uploadTimeoutMs = 120_000;

export type ReportSending = {
  isSending: boolean;
  failure: ApiFailure | null;
  /** True: it is with the desk. */
  send: () => Promise<boolean>;
};

/** Sends the report once, however often it is tapped: taps meanwhile are none, and a retry has the report's key. */
export function useReportSending({ draft, change, photos, clear }: ReportDraftState): ReportSending {
  const { page, tier, withFullAccess } = useRoomSession();
  const client = useQueryClient();
  const [isSending, setIsSending] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const isBusy = useRef(false);
  const path = `/api/stay/${page.code}/incidents`;

  async function sendOnce(): Promise<boolean> {
    // Who one is, is asked before the photos travel, not after.
    if (tier === 'browse' && (await withFullAccess(() => requestApi(path))) === null) {
      return false;
    }
    const answer = await withFullAccess(() =>
      requestApi<{ incident: Incident }>(path, {
        method: 'POST',
        body: toReportForm(draft, photos),
        headers: { 'idempotency-key': keyOfReport(draft, photos) },
        timeoutMs: uploadTimeoutMs,
      }),
    );
    if (answer !== null) {
      rememberIncident(client, page.code, answer.incident);
      clear();
    }
    return answer !== null;
  }

  async function send(): Promise<boolean> {
    if (isBusy.current) {
      return false;
    }
    isBusy.current = true;
    setIsSending(true);
    setFailure(null);
    try {
      return await sendOnce();
    } catch (thrown) {
      if (isFailure(thrown, 'offline', 'unavailable', 'internal')) {
        change({ tried: keyOfReport(draft, photos) });
      }
      setFailure(thrown instanceof ApiFailure ? thrown : new ApiFailure('internal', null, {}));
      return false;
    } finally {
      isBusy.current = false;
      setIsSending(false);
    }
  }

  return { isSending, failure, send };
}
