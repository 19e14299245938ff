'use client';

import { Button } from '@gudbro/ui/button';
import { Notice } from '@gudbro/ui/notice';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { ApiFailure } from '../actions/api-failure';
import { requestApi } from '../actions/request-api';
import { useRoomSession } from '../actions/session-context';
import { drawId } from '../orders/draw-id';
import type { Incident } from './incident';
import { rememberIncident } from './own-incidents';
import { TextArea } from './text-area';
import { useWriteFailureText } from './use-write-failure-text';
import { keyOfWriting } from './write-key';

/** A word to the desk. It stays in the field until it is sent. */
export function ReplyForm({ incident }: { incident: Incident }) {
  const t = useTranslations('Incidents');
  const { page, withFullAccess } = useRoomSession();
  const client = useQueryClient();
  const failureText = useWriteFailureText();
  const [message, setMessage] = useState('');
  const [isSending, setIsSending] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const isBusy = useRef(false);
  const draftId = useRef('');

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isBusy.current || message.trim() === '') {
      return;
    }
    isBusy.current = true;
    setIsSending(true);
    setFailure(null);
    const path = `/api/stay/${page.code}/incidents/${incident.id}/replies`;
    const text = message.trim();
    draftId.current ||= drawId();
    const headers = { 'idempotency-key': keyOfWriting(draftId.current, [text]) };
    try {
      const answer = await withFullAccess(() =>
        requestApi<{ incident: Incident }>(path, { method: 'POST', body: { message: text }, headers }),
      );
      if (answer !== null) {
        rememberIncident(client, page.code, answer.incident);
        setMessage('');
        draftId.current = '';
      }
    } catch (thrown) {
      setFailure(thrown instanceof ApiFailure ? thrown : new ApiFailure('internal', null, {}));
    } finally {
      isBusy.current = false;
      setIsSending(false);
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
      {failure && (
        <div ref={bringIntoSight}>
          <Notice tone="danger" role="alert">
            {failureText(failure)}
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
