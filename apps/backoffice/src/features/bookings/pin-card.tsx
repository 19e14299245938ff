'use client';

import { Button } from '@gudbro/ui/button';
import { Card } from '@gudbro/ui/card';
import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/shell/form/confirm-dialog';
import { FormProblem } from '@/shell/form/form-problem';
import { useSentForm } from '@/shell/form/use-sent-form';
import { clearPinAction, setPinAction } from './pin-actions';

type PinCardProps = {
  place: string;
  id: string;
  hasPin: boolean;
  /** The step that made the PIN of now, or took the last one away. */
  lastStep: string | null;
};

/** Makes a PIN for the booking, which is shown once: the database stores a hash of it. */
export function PinCard({ place, id, hasPin, lastStep }: PinCardProps) {
  const t = useTranslations('Pin');
  const { state, isPending, form } = useSentForm(setPinAction);
  // Another desk may have made another one since, or taken it away.
  const pin = state?.ok === true && state.shown?.['stepId'] === lastStep ? state.shown?.['pin'] : undefined;
  return (
    <Card title={t('heading')} icon="lock">
      <p className="text-pretty leading-relaxed">{hasPin ? t('hasPin') : t('hasNone')}</p>
      <p role="status" className="empty:hidden">
        {pin !== undefined && (
          <span className="mt-3 block rounded-xl bg-sunken p-4">
            <span className="block select-all font-mono font-semibold text-3xl tracking-widest">{pin}</span>
            <span className="mt-1 block text-ink-soft">{t('once')}</span>
          </span>
        )}
      </p>
      <div className="mt-4 flex flex-wrap gap-3">
        <form {...form}>
          <input type="hidden" name="place" value={place} />
          <input type="hidden" name="id" value={id} />
          <Button type="submit" variant="secondary" aria-disabled={isPending} className="cursor-pointer">
            {hasPin ? t('replace') : t('make')}
          </Button>
        </form>
        {hasPin && (
          <ConfirmDialog
            trigger={t('clear')}
            title={t('clearTitle')}
            confirmLabel={t('clear')}
            action={clearPinAction}
            hidden={{ place, id }}
          >
            {t('clearText')}
          </ConfirmDialog>
        )}
      </div>
      <FormProblem state={state} />
    </Card>
  );
}
