'use client';

import { Button } from '@gudbro/ui/button';
import { FormProblem } from '../form/form-problem';
import { useOneTap } from '../form/use-one-tap';
import { retryMessageAction } from './retry-message-action';

type RetryMessageProps = {
  place: string;
  id: string;
  label: string;
  /** What a screen reader reads, where the label alone would not say which message. */
  name: string;
};

/** One tap sends a message that failed once more. */
export function RetryMessage({ place, id, label, name }: RetryMessageProps) {
  const { state, isPending, form } = useOneTap(retryMessageAction);
  return (
    <form {...form} className="space-y-2">
      <input type="hidden" name="place" value={place} />
      <input type="hidden" name="id" value={id} />
      <Button
        type="submit"
        variant="secondary"
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
