'use client';

import type { GuestDocument } from '@gudbro/guest-api/document';
import { useQueryClient } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { requestApi } from '@/client/request-api';
import { useStayPage } from '@/shell/actions/session-context';
import { ConfirmedStep } from './confirmed-step';
import { cacheDocument } from './own-documents';
import { useDocumentStep } from './use-document-step';

/** Asks the desk to erase a document that it has checked, after a question, and shows since when that is asked. */
export function EraseDocument({ document }: { document: GuestDocument }) {
  const t = useTranslations('Documents');
  const format = useFormatter();
  const { page } = useStayPage();
  const client = useQueryClient();
  const { isRunning, error, run } = useDocumentStep(
    () =>
      requestApi('POST /api/stay/[code]/documents/[id]/erasure', {
        params: { code: page.code, id: document.id },
      }),
    (response) => cacheDocument(client, page.code, response.document),
  );
  if (document.erasureAskedAt !== null) {
    const date = format.dateTime(new Date(document.erasureAskedAt), { dateStyle: 'medium' });
    return (
      <p role="status" className="text-pretty text-sm">
        {t('erasureAsked', { date })}
      </p>
    );
  }
  const texts = {
    ask: t('eraseAsk'),
    text: t('eraseText'),
    yes: t('eraseYes'),
    no: t('eraseNo'),
    running: t('asking'),
  };
  return <ConfirmedStep trigger={t('erase')} texts={texts} isRunning={isRunning} error={error} onYes={run} />;
}
