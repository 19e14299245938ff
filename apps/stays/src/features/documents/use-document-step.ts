'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type ClientError, readClientError } from '@/client/request-error';
import { useOneAtATime } from '@/client/use-one-at-a-time';
import { useFullAccess } from '@/shell/actions/session-context';
import { useOfflineText } from '@/shell/sheets/use-offline-text';

/** A step with one document, such as its removal. `onDone` gets what the server has answered. */
export function useDocumentStep<Result>(send: () => Promise<Result>, onDone: (result: Result) => void) {
  const t = useTranslations('Documents');
  const offlineText = useOfflineText();
  const { withFullAccess } = useFullAccess();
  const { isRunning, runAlone } = useOneAtATime();
  const [error, setError] = useState<ClientError | null>(null);

  async function tryStep(): Promise<void> {
    setError(null);
    try {
      const result = await withFullAccess(send);
      if (result !== null) {
        onDone(result);
      }
    } catch (thrown) {
      setError(readClientError(thrown));
    }
  }

  function textOf({ error: code }: ClientError): string {
    switch (code) {
      case 'offline':
        return offlineText(t('stepOffline'));
      case 'illegal_step':
        return t('tooLate');
      case 'conflict':
        return t('held');
      default:
        return t('stepFailed');
    }
  }

  return { isRunning, error: error && textOf(error), run: () => void runAlone(tryStep) };
}
