'use client';

import { Button } from '@gudbro/ui/button';
import { Notice } from '@gudbro/ui/notice';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { generateId } from '../actions/generate-id';
import { requestApi } from '../actions/request-api';
import { type ClientError, readClientError } from '../actions/request-error';
import { useFullAccess, useStayPage } from '../actions/session-context';
import { useOneAtATime } from '../actions/use-one-at-a-time';
import type { Incident } from './incident';
import { rememberIncident } from './own-incidents';
import { TextArea } from './text-area';
import { useWriteErrorText } from './use-write-error-text';
import { keyOfWriting } from './write-key';

/** A word to the desk. It stays in the field until it is sent. */
export function ReplyForm({ incident }: { incident: Incident }) {
  const t = useTranslations('Incidents');
  const { page } = useStayPage();
  const { withFullAccess } = useFullAccess();
  const client = useQueryClient();
  const errorText = useWriteErrorText();
  const [message, setMessage] = useState('');
  const { isRunning: isSending, runAlone } = useOneAtATime();
  const [error, setError] = useState<ClientError | null>(null);
  const draftId = useRef('');

  async function send(text: string) {
    setError(null);
    const path = `/api/stay/${page.code}/incidents/${incident.id}/replies`;
    draftId.current ||= generateId();
    const headers = { 'idempotency-key': keyOfWriting(draftId.current, [text]) };
    try {
      const answer = await withFullAccess(() =>
        requestApi<{ incident: Incident }>(path, { method: 'POST', body: { message: text }, headers }),
      );
      if (answer !== null) {
        rememberIncident(client, page.code, answer.incident);
        // What was added meanwhile is another word to the desk.
        setMessage((now) => (now.trim() === text ? '' : now));
        draftId.current = '';
      }
    } catch (thrown) {
      setError(readClientError(thrown));
    }
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    const text = message.trim();
    if (text !== '') {
      void runAlone(() => send(text));
    }
  }

  return (
    <form onSubmit={submit} className="space-y-3">
      <TextArea
        name="message"
        label={t('reply')}
        rows={2}
        required
        maxLength={2000}
        value={message}
        onChange={(event) => setMessage(event.target.value)}
      />
      {error && (
        <div ref={bringIntoSight}>
          <Notice tone="danger" role="alert">
            {errorText(error)}
          </Notice>
        </div>
      )}
      <Button type="submit" variant="secondary" aria-disabled={isSending} className="w-full">
        {isSending ? t('sending') : t('send')}
      </Button>
    </form>
  );
}

/** The form stands at the end of a long talk, and what appears in it may be below the edge. */
function bringIntoSight(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
