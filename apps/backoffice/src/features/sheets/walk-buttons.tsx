'use client';

import { Button } from '@gudbro/ui/button';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/shell/form/confirm-dialog';
import { FormProblem } from '@/shell/form/form-problem';
import { useResult } from '@/shell/form/use-result';
import { useSentForm } from '@/shell/form/use-sent-form';
import { finishWalkAction, startWalkAction } from './actions';

export function StartWalk({ place }: { place: string }) {
  const t = useTranslations('Walk');
  const router = useRouter();
  const { state, isPending, form } = useSentForm(startWalkAction);
  useResult(state, ({ ok }) => {
    if (ok) {
      router.refresh();
    }
  });
  return (
    <form {...form} className="space-y-4">
      <input type="hidden" name="place" value={place} />
      <FormProblem state={state} />
      <Button type="submit" aria-disabled={isPending} className="w-full cursor-pointer sm:w-auto">
        {t('start')}
      </Button>
    </form>
  );
}

type FinishWalkProps = { place: string; walkId: string; missing: number };

export function FinishWalk({ place, walkId, missing }: FinishWalkProps) {
  const t = useTranslations('Walk');
  return (
    <ConfirmDialog
      trigger={t('finish')}
      title={t('finishTitle')}
      confirmLabel={t('finish')}
      action={finishWalkAction}
      hidden={{ place, walk: walkId }}
    >
      {t('finishText', { missing })}
    </ConfirmDialog>
  );
}
