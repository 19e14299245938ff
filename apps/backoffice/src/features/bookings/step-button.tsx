'use client';

import { Button, type ButtonVariant } from '@gudbro/ui/button';
import { FormProblem } from '@/shell/form/form-problem';
import { useOneTap } from '@/shell/form/use-one-tap';
import { takeStepAction } from './actions';

type StepButtonProps = {
  place: string;
  id: string;
  step: 'confirm' | 'arrive' | 'check_in' | 'check_out';
  label: string;
  /** What a screen reader reads in a list, where the label alone would not say whom it is about. */
  name?: string;
  variant?: ButtonVariant;
};

/** One tap takes a step of a booking. The message after it offers to undo it. */
export function StepButton({ place, id, step, label, name, variant = 'primary' }: StepButtonProps) {
  const { state, isPending, form } = useOneTap(takeStepAction);
  return (
    <form {...form} className="space-y-2">
      <input type="hidden" name="place" value={place} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="step" value={step} />
      <Button
        type="submit"
        variant={variant}
        aria-disabled={isPending}
        aria-label={name}
        className="cursor-pointer"
      >
        {label}
      </Button>
      <FormProblem state={state} />
    </form>
  );
}
