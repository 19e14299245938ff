'use client';

import { Button } from '@gudbro/ui/button';
import { FormProblem } from '@/shell/form/form-problem';
import { useOneTap } from '@/shell/form/use-one-tap';
import { mailCodeAction } from './actions';

type MailCodeButtonProps = { place: string; id: string; label: string; name: string };

/** Mails the code and the link of a booking to its guest. */
export function MailCodeButton({ place, id, label, name }: MailCodeButtonProps) {
  const { state, isPending, form } = useOneTap(mailCodeAction);
  return (
    <form {...form} className="flex grow flex-col gap-2">
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
