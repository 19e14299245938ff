'use client';

import { Button } from '@gudbro/ui/button';
import { useTranslations } from 'next-intl';
import type { Step } from './board';
import { useBoard } from './board-context';

type StepFormProps = { id: string; step: Step | 'acknowledged'; room: string };

/** The one big button of an order. */
export function StepForm({ id, step, room }: StepFormProps) {
  const t = useTranslations('Orders');
  const { place, busy, takeStep, fallback } = useBoard();
  const isBusy = busy.has(id);
  return (
    <form
      action={fallback}
      onSubmit={(event) => {
        event.preventDefault();
        takeStep(new FormData(event.currentTarget));
      }}
    >
      <input type="hidden" name="place" value={place} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="step" value={step} />
      <Button type="submit" aria-disabled={isBusy} className="min-h-14 w-full cursor-pointer text-lg">
        {isBusy ? t('busy') : t(`do_${step}`)}
        <span className="sr-only">{t('ofRoom', { room })}</span>
      </Button>
    </form>
  );
}
