import type { ButtonVariant } from '@gudbro/ui/button';
import { TapButton } from '@/shell/form/tap-button';
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
  return (
    <TapButton action={takeStepAction} hidden={{ place, id, step }} name={name} variant={variant}>
      {label}
    </TapButton>
  );
}
