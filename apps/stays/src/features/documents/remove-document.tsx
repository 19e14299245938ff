'use client';

import { Button } from '@gudbro/ui/button';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { requestApi } from '@/client/request-api';
import { isRequestError } from '@/client/request-error';
import { useStayPage } from '@/shell/actions/session-context';
import { ConfirmBox } from './confirm-box';
import { dropDocument } from './own-documents';
import { useDocumentStep } from './use-document-step';

type RemoveDocumentProps = { documentId: string; onRemoved: () => void };

/** Removes a document that the desk has not checked, after a question. */
export function RemoveDocument({ documentId, onRemoved }: RemoveDocumentProps) {
  const t = useTranslations('Documents');
  const { page } = useStayPage();
  const client = useQueryClient();
  const [isAsked, setIsAsked] = useState(false);
  const { isRunning, error, run } = useDocumentStep(
    () => removeUnlessGone(page.code, documentId),
    () => {
      dropDocument(client, page.code, documentId);
      onRemoved();
    },
  );
  if (!isAsked) {
    return (
      <Button variant="secondary" onClick={() => setIsAsked(true)}>
        {t('remove')}
      </Button>
    );
  }
  const texts = {
    ask: t('removeAsk'),
    text: t('removeText'),
    yes: t('removeYes'),
    no: t('removeNo'),
    running: t('removing'),
  };
  return (
    <ConfirmBox
      texts={texts}
      isRunning={isRunning}
      error={error}
      onYes={run}
      onNo={() => setIsAsked(false)}
    />
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
