import type { AnchorHTMLAttributes } from 'react';
import { type ButtonVariant, buttonClass } from './button.tsx';

type ButtonLinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { href: string; variant?: ButtonVariant };

/** A link that looks like a button. It works without a script. */
export function ButtonLink({ variant = 'primary', className, ...rest }: ButtonLinkProps) {
  return <a {...rest} className={buttonClass(variant, className)} />;
}
