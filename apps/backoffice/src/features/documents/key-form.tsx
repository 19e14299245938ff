'use client';

import { Button, type ButtonVariant } from '@gudbro/ui/button';
import type { ComponentProps, Ref } from 'react';
import type { useOneTap } from '@/shell/form/use-one-tap';
import { KeyHint } from './key-hint';

type KeyFormProps = {
  ref: Ref<HTMLFormElement>;
  tap: { isPending: boolean; form: ReturnType<typeof useOneTap>['form'] };
  values: Readonly<Record<string, string>>;
  letter: string;
  variant?: ButtonVariant;
  children: string;
} & Pick<ComponentProps<'button'>, 'aria-describedby'>;

/** A form of one button that a letter presses too. */
export function KeyForm({
  ref,
  tap,
  values,
  letter,
  variant = 'primary',
  children,
  ...button
}: KeyFormProps) {
  return (
    <form {...tap.form} ref={ref} className="contents">
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button
        {...button}
        type="submit"
        variant={variant}
        aria-disabled={tap.isPending}
        aria-keyshortcuts={letter.toLowerCase()}
        className="cursor-pointer"
      >
        {children} <KeyHint>{letter}</KeyHint>
      </Button>
    </form>
  );
}
