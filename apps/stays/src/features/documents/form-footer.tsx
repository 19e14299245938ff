'use client';

import { Button } from '@gudbro/ui/button';
import { Notice } from '@gudbro/ui/notice';
import { useLocale, useTranslations } from 'next-intl';
import { useIsOnline } from '@/client/use-is-online';
import { CallDesk } from '@/shell/sheets/call-desk';
import type { DocumentSending } from './use-document-sending';
import type { DocumentSession } from './use-document-session';
import { useSendingErrorText } from './use-sending-error-text';

type FormFooterProps = { formId: string; session: DocumentSession; sending: DocumentSending };

/** The button that sends a document, with what has to be said about it: so it is visible wherever the form is scrolled to. */
export function FormFooter({ formId, session, sending }: FormFooterProps) {
  const t = useTranslations('DocumentForm');
  const documents = useTranslations('Documents');
  const errorText = useSendingErrorText();
  const isOnline = useIsOnline();
  const { isSending, sentPart, error, wasCancelled, cancel } = sending;
  return (
    <div className="space-y-3">
      {session.draft.mayHaveArrived && (
        <Notice icon="info" role="status">
          {t('mayHaveArrived')}
        </Notice>
      )}
      {!isOnline && error === null && (
        <Notice icon="info" role="status">
          {documents('needsConnection')}
        </Notice>
      )}
      {wasCancelled && (
        <Notice icon="info" role="status">
          {t('cancelled')}
        </Notice>
      )}
      {error && (
        <Notice tone="danger" role="alert">
          <p>{errorText(error)}</p>
          <CallDesk />
        </Notice>
      )}
      {isSending && sentPart !== null && <SentPart part={sentPart} />}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" form={formId} aria-disabled={isSending} className="grow">
          {isSending ? t('sending') : t('send')}
        </Button>
        {isSending && sentPart !== null && (
          <Button variant="secondary" onClick={cancel} className="grow">
            {t('cancel')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** How much of the picture has been sent: a part of 1. */
function SentPart({ part }: { part: number }) {
  const t = useTranslations('DocumentForm');
  const locale = useLocale();
  const percent = new Intl.NumberFormat(locale, { style: 'percent' }).format(part);
  return (
    <div className="leading-snug">
      <p className="mb-1 text-sm tabular-nums">{t('sendingPart', { percent })}</p>
      <progress aria-label={t('sending')} max={1} value={part} className="sr-only" />
      <div aria-hidden="true" className="overflow-hidden rounded-full bg-sunken">
        <div className="bg-accent pt-2" style={{ width: `${part * 100}%` }} />
      </div>
    </div>
  );
}
