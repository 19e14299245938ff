import type { ComponentProps } from 'react';

/** How much a button stands out. */
export type ButtonVariant = 'primary' | 'secondary' | 'quiet';

const shape =
  'inline-flex min-h-12 items-center justify-center gap-2 rounded-xl px-5 py-3 text-center font-semibold leading-tight motion-safe:transition-colors disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:cursor-progress aria-disabled:opacity-60';

const looks: Record<ButtonVariant, string> = {
  primary: 'bg-accent text-accent-ink hover:bg-accent/90 active:bg-accent/80',
  secondary: 'border border-field-line bg-surface text-ink hover:bg-sunken active:bg-sunken',
  quiet: 'text-accent hover:bg-sunken active:bg-sunken',
};

/** The classes of a button, for an element that is not one: see ButtonLink. */
export function buttonClass(variant: ButtonVariant, className = ''): string {
  return `${shape} ${looks[variant]} ${className}`.trimEnd();
}

type ButtonProps = ComponentProps<'button'> & { variant?: ButtonVariant };

/** A button. In a form it does nothing unless its type is `submit`. */
export function Button({ variant = 'primary', className, type = 'button', ...rest }: ButtonProps) {
  return <button {...rest} type={type} className={buttonClass(variant, className)} />;
}
