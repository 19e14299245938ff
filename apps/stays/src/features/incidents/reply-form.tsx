'use client';

import type { Incident } from '@gudbro/guest-api/incident';
import { Button } from '@gudbro/ui/button';
import { Notice } from '@gudbro/ui/notice';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { generateId } from '@/client/generate-id';
import { requestApi } from '@/client/request-api';
import { type ClientError, readClientError } from '@/client/request-error';
import { useOneAtATime } from '@/client/use-one-at-a-time';
import { useFullAccess, useStayPage } from '@/shell/actions/session-context';
import { idempotencyKeyOf } from './idempotency-key';
import { cacheIncident } from './own-incidents';
import { TextArea } from './text-area';
import { useWriteErrorText } from './use-write-error-text';

/** A message to the desk. The text stays in the field until it was sent. */
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
    const params = { code: page.code, id: incident.id };
    draftId.current ||= generateId();
    const idempotencyKey = idempotencyKeyOf(draftId.current, [text]);
    try {
      const response = await withFullAccess(() =>
        requestApi('POST /api/stay/[code]/incidents/[id]/replies', {
          params,
          body: { message: text },
          idempotencyKey,
        }),
      );
      if (response !== null) {
        cacheIncident(client, page.code, response.incident);
        // Text that was typed while sending belongs to the next message: leave it in the field.
        setMessage((now) => (now.trim() === text ? '' : now));
        draftId.current = '';
      }
    } catch (thrown) {
      setError(readClientError(thrown));
    }
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const text = message.trim();
    if (text === '') {
      event.currentTarget.querySelector('textarea')?.focus();
    } else {
      void runAlone(() => send(text));
    }
  }

  return (
    <form onSubmit={submit} noValidate className="space-y-3">
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
        <div ref={scrollIntoSight}>
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

/** The form is below a long conversation, so a new notice could be out of sight. */
function scrollIntoSight(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
