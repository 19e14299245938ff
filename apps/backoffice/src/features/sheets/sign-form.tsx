'use client';

import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/shell/form/confirm-dialog';
import { SwitchInput, TextInput } from '@/shell/form/fields';
import { RecordForm } from '@/shell/form/record-form';
import { discardPrintAction, saveSignAction } from './actions';
import type { SignDetail } from './register-queries';

/** Where a sign hangs and how it is. */
export function SignForm({ place, sign }: { place: string; sign: SignDetail }) {
  const t = useTranslations('Register');
  return (
    <RecordForm
      action={saveSignAction}
      hidden={{ place, id: sign.id, version: sign.version }}
      draftKey={`${place}/signs/${sign.id}`}
      submitLabel={t('save')}
      cancelHref={`/p/${place}/sheets/register`}
      aside={
        <ConfirmDialog
          trigger={t('discard')}
          title={t('discardTitle')}
          confirmLabel={t('discard')}
          action={discardPrintAction}
          hidden={{ place, job: sign.job.id }}
        >
          {t('discardText')}
        </ConfirmDialog>
      }
    >
      <TextInput name="hangsAt" label={t('hangsAt')} hint={t('hangsAtHint')} defaultValue={sign.hangsAt} />
      <SwitchInput name="torn" label={t('torn')} defaultChecked={sign.tornAt !== null} />
      <SwitchInput name="removed" label={t('removed')} defaultChecked={sign.removedAt !== null} />
    </RecordForm>
  );
}
