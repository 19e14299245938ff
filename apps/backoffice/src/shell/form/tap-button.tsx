'use client';

import type { FormAction } from '@gudbro/api-kit';
import { Button, type ButtonVariant } from '@gudbro/ui/button';
import type { ReactNode } from 'react';
import { FormProblem } from './form-problem';
import { useOneTap } from './use-one-tap';

type TapButtonProps = {
  action: FormAction;
  /** What is sent: the place, and what the action needs. */
  hidden: Readonly<Record<string, string>>;
  /** What a screen reader reads, where the button's text alone would not say what it is about. */
  name?: string | undefined;
  variant?: ButtonVariant;
  className?: string;
  children: ReactNode;
};

/** A form of one button: one tap does it. The message after it says so, and what is wrong stands below. */
export function TapButton({
  action,
  hidden,
  name,
  variant = 'secondary',
  className = 'space-y-2',
  children,
}: TapButtonProps) {
  const { state, isPending, form } = useOneTap(action);
  return (
    <form {...form} className={className}>
      {Object.entries(hidden).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      <Button
        type="submit"
        variant={variant}
        aria-disabled={isPending}
        aria-label={name}
        className="cursor-pointer"
      >
        {children}
      </Button>
      <FormProblem state={state} />
    </form>
  );
}
