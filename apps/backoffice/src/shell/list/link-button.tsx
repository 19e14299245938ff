import { type ButtonVariant, buttonClass } from '@gudbro/ui/button';
import Link from 'next/link';
import type { ComponentProps } from 'react';
import { PendingBar } from '../place/pending-bar';

type LinkButtonProps = Omit<ComponentProps<typeof Link>, 'className' | 'prefetch'> & {
  variant?: ButtonVariant;
};

/** A link to another screen that looks like a button. */
export function LinkButton({ variant = 'primary', children, ...link }: LinkButtonProps) {
  return (
    <Link {...link} prefetch={false} className={buttonClass(variant)}>
      {children}
      <PendingBar />
    </Link>
  );
}
