'use client';

import { Icon } from '@gudbro/ui/icon';
import { useTranslations } from 'next-intl';
import { FormProblem } from '@/shell/form/form-problem';
import { useOneTap } from '@/shell/form/use-one-tap';
import { undoChangeAction } from '@/shell/toast/undo-change-action';
import { useBoard } from './board-context';

type UndoStepProps = { change: string; room: string };

/** Takes back the last step of this order. It stands on the card for ten minutes, after the message with the same button is gone. */
export function UndoStep({ change, room }: UndoStepProps) {
  const t = useTranslations('Orders');
  const { place } = useBoard();
  const { state, isPending, form } = useOneTap(undoChangeAction);
  return (
    <form {...form} className="space-y-2">
      <input type="hidden" name="place" value={place} />
      <input type="hidden" name="changeId" value={change} />
      <FormProblem state={state} />
      <button
        type="submit"
        aria-disabled={isPending}
        className="flex min-h-12 w-full cursor-pointer items-center justify-center gap-2 rounded-xl px-4 font-semibold text-accent hover:bg-sunken"
      >
        <Icon name="undo" className="size-5" />
        {t('undoStep')}
        <span className="sr-only">{t('ofRoom', { room })}</span>
      </button>
    </form>
  );
}
