'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import { requestApi } from '@/client/request-api';
import { type ClientError, readClientError } from '@/client/request-error';
import type { SheetProps } from '@/shell/actions/load-sheets';
import { LoadingToast } from '@/shell/actions/loading-toast';
import { useFullAccess, useStayPage } from '@/shell/actions/session-context';
import { RetryNotice } from '@/shell/sheets/retry-notice';
import { Sheet } from '@/shell/sheets/sheet';
import { useProofErrorText } from './use-proof-error-text';

type StaySheetProps = SheetProps & {
  /** The guest has chosen to be asked for the booking code. */
  byBookingCode?: boolean;
};

/** Shorter than for other requests: until the response, only a toast is on screen. */
const mostWaitMs = 3_000;

export function BookingCodeSheet(props: SheetProps) {
  return <StaySheet {...props} byBookingCode />;
}

/** "My stay" while browsing: only opens the verification sheet. Once verified, the page itself shows the stay. */
export function StaySheet({ onClose, byBookingCode = false }: StaySheetProps) {
  const t = useTranslations('Verify');
  const loading = useTranslations('Sheet')('loading');
  const { page } = useStayPage();
  const { withFullAccess } = useFullAccess();
  const [error, setError] = useState<ClientError | null>(null);
  const errorText = useProofErrorText();
  const hasStarted = useRef(false);
  const verify = useCallback(() => {
    setError(null);
    const run = () =>
      requestApi('GET /api/stay/[code]/orders', { params: { code: page.code }, timeoutMs: mostWaitMs });
    withFullAccess(run, { byBookingCode }).then(onClose, (thrown) => setError(readClientError(thrown)));
  }, [page.code, withFullAccess, onClose, byBookingCode]);
  useEffect(() => {
    if (!hasStarted.current) {
      hasStarted.current = true;
      verify();
    }
  }, [verify]);
  return error === null ? (
    <LoadingToast text={loading} />
  ) : (
    <Sheet title={t('title')} onClose={onClose}>
      <RetryNotice text={errorText(error) ?? ''} onRetry={verify} />
    </Sheet>
  );
}
