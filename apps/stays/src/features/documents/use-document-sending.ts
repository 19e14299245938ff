'use client';

import type { DocumentField } from '@gudbro/domain';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { generateId } from '@/client/generate-id';
import { requestApi } from '@/client/request-api';
import { type ClientError, isOutcomeUnknown, readClientError } from '@/client/request-error';
import { sendForm } from '@/client/send-form';
import { useOneAtATime } from '@/client/use-one-at-a-time';
import { useFullAccess, useStayPage } from '@/shell/actions/session-context';
import { cacheDocument, documentsKey } from './own-documents';
import { toDocumentBody, toDocumentForm } from './to-document-body';
import type { DocumentSession } from './use-document-session';

// Uploading a picture over 3G takes long.
const uploadTimeoutMs = 180_000;

export type DocumentSending = {
  isSending: boolean;
  /** How much of the file has been sent, a part of 1. Null where no file is being sent. */
  sentPart: number | null;
  error: ClientError | null;
  wasCancelled: boolean;
  cancel: () => void;
  /** True if the document was sent. */
  send: () => Promise<boolean>;
};

type SendingOptions = {
  session: DocumentSession;
  fields: readonly DocumentField[];
  takesPicture: boolean;
  onConsentChanged: () => void;
};

const route = 'POST /api/stay/[code]/documents';

/** Sends the document once: taps while it is sent are ignored, and a retry has the same idempotency key. */
export function useDocumentSending(options: SendingOptions): DocumentSending {
  const { session, fields, takesPicture, onConsentChanged } = options;
  const { page } = useStayPage();
  const { withFullAccess } = useFullAccess();
  const client = useQueryClient();
  const { isRunning: isSending, runAlone } = useOneAtATime();
  const [error, setError] = useState<ClientError | null>(null);
  const [sentPart, setSentPart] = useState<number | null>(null);
  const [wasCancelled, setWasCancelled] = useState(false);
  const canceller = useRef<AbortController | null>(null);

  function renewCanceller(): AbortController {
    const renewed = new AbortController();
    canceller.current = renewed;
    return renewed;
  }

  function request() {
    const { draft, picture, consentVersion } = session;
    const body = toDocumentBody(draft, fields, consentVersion ?? '');
    const input = { params: { code: page.code }, idempotencyKey: draft.key };
    if (!takesPicture || picture === null) {
      return requestApi(route, { ...input, body });
    }
    const { signal } = renewCanceller();
    setSentPart(0);
    const sending = { signal, timeoutMs: uploadTimeoutMs, onProgress: setSentPart };
    return sendForm(route, { ...input, body: toDocumentForm(body, picture) }, sending);
  }

  async function trySending(): Promise<boolean> {
    setError(null);
    setWasCancelled(false);
    try {
      const response = await withFullAccess(request);
      if (response !== null) {
        cacheDocument(client, page.code, response.document);
        session.clear();
        // Somebody new is among the people now.
        void client.invalidateQueries({ queryKey: documentsKey(page.code) });
      }
      return response !== null;
    } catch (thrown) {
      handleFailure(thrown);
      return false;
    } finally {
      setSentPart(null);
    }
  }

  function handleFailure(thrown: unknown): void {
    const problem = readClientError(thrown);
    const isCancelled = canceller.current?.signal.aborted === true;
    if (isCancelled || isOutcomeUnknown(thrown)) {
      session.change((draft) => ({ ...draft, wasTried: true }));
    }
    setWasCancelled(isCancelled);
    setError(isCancelled ? null : problem);
    canceller.current = null;
    if (problem.error === 'conflict' && problem.reason === 'consent_changed') {
      onConsentChanged();
    } else if (problem.error === 'conflict') {
      // Another document has this key: the next try is one of its own.
      session.change((draft) => ({ ...draft, key: generateId() }));
    }
  }

  return {
    isSending,
    sentPart,
    error,
    wasCancelled,
    cancel: () => canceller.current?.abort(),
    send: async () => (await runAlone(trySending)) ?? false,
  };
}
