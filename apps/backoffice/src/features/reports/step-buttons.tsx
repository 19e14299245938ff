'use client';

import { Button } from '@gudbro/ui/button';
import { useTranslations } from 'next-intl';
import { FormProblem } from '@/shell/form/form-problem';
import { useOneTap } from '@/shell/form/use-one-tap';
import { stepReportAction } from './actions';
import type { ReportStatus } from './report-rules';

type StepButtonsProps = { place: string; id: string; steps: readonly ReportStatus[] };

/** The steps to take: the first is the usual one. One form, so that two presses at once are one step. */
export function StepButtons({ place, id, steps }: StepButtonsProps) {
  const t = useTranslations('Reports');
  const { state, isPending, form } = useOneTap(stepReportAction);
  return (
    <form {...form} className="space-y-3">
      <input type="hidden" name="place" value={place} />
      <input type="hidden" name="id" value={id} />
      <FormProblem state={state} />
      <div className="flex flex-wrap gap-3">
        {steps.map((step, index) => (
          <Button
            key={step}
            type="submit"
            name="status"
            value={step}
            variant={index === 0 ? 'primary' : 'secondary'}
            aria-disabled={isPending}
            className="min-h-14 cursor-pointer text-lg"
          >
            {t(`do_${step}`)}
          </Button>
        ))}
      </div>
    </form>
  );
}
