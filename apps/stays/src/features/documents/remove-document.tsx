'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { requestApi } from '@/client/request-api';
import { isRequestError } from '@/client/request-error';
import { useStayPage } from '@/shell/actions/session-context';
import { ConfirmedStep } from './confirmed-step';
import { dropDocument } from './own-documents';
import { useDocumentStep } from './use-document-step';

type RemoveDocumentProps = { documentId: string; onRemoved: () => void };

/** Removes a document that the desk has not checked, after a question. */
export function RemoveDocument({ documentId, onRemoved }: RemoveDocumentProps) {
  const t = useTranslations('Documents');
  const { page } = useStayPage();
  const client = useQueryClient();
  const { isRunning, error, run } = useDocumentStep(
    () => removeUnlessGone(page.code, documentId),
    () => {
      dropDocument(client, page.code, documentId);
      onRemoved();
    },
  );
  const texts = {
    ask: t('removeAsk'),
    text: t('removeText'),
    yes: t('removeYes'),
    no: t('removeNo'),
    running: t('removing'),
  };
  return (
    <ConfirmedStep trigger={t('remove')} texts={texts} isRunning={isRunning} error={error} onYes={run} />
  );
}

/** A document that is gone already, because the response to the first try was lost, counts as removed. */
async function removeUnlessGone(code: string, id: string): Promise<{ removed: true }> {
  try {
    return await requestApi('DELETE /api/stay/[code]/documents/[id]', { params: { code, id } });
  } catch (thrown) {
    if (isRequestError(thrown, 'not_found')) {
      return { removed: true };
    }
    throw thrown;
  }
}
