'use client';

import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/shell/form/confirm-dialog';
import { TextArea } from '@/shell/form/fields';
import { eraseDocumentAction } from './actions';

type EraseButtonProps = {
  place: string;
  id: string;
  booking: string /** What goes, by name. */;
  text: string;
};

/** Erases a document now. Asks for the reason, and names what cannot come back. */
export function EraseButton({ place, id, booking, text }: EraseButtonProps) {
  const t = useTranslations('Documents');
  return (
    <ConfirmDialog
      trigger={t('erase')}
      title={t('eraseTitle')}
      confirmLabel={t('doErase')}
      action={eraseDocumentAction}
      hidden={{ place, id, booking }}
    >
      <p className="mb-4">{text}</p>
      <TextArea
        name="reason"
        label={t('eraseReason')}
        hint={t('eraseReasonHint')}
        rows={2}
        maxLength={500}
        required
      />
    </ConfirmDialog>
  );
}
