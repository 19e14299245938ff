'use client';

import { Button } from '@gudbro/ui/button';
import { Icon } from '@gudbro/ui/icon';
import { useTranslations } from 'next-intl';
import { FormProblem } from '../form/form-problem';
import { useOneTap } from '../form/use-one-tap';
import { undoChangeAction } from '../toast/undo-change-action';

/** Undoes a step of one's own in the history of a stay, after its message is gone. */
export function UndoStep({ place, changeId, step }: { place: string; changeId: string; step: string }) {
  const t = useTranslations('StayHistory');
  const { state, isPending, form } = useOneTap(undoChangeAction);
  return (
    <form {...form} className="space-y-2">
      <input type="hidden" name="place" value={place} />
      <input type="hidden" name="changeId" value={changeId} />
      <Button
        type="submit"
        variant="secondary"
        aria-disabled={isPending}
        aria-label={t('undoName', { step })}
        className="cursor-pointer"
      >
        <Icon name="undo" className="size-5 shrink-0" />
        {t('undo')}
      </Button>
      <FormProblem state={state} />
    </form>
  );
}
