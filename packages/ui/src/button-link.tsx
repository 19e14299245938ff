import type { AnchorHTMLAttributes } from 'react';
import { type ButtonVariant, buttonClass } from './button.tsx';

type ButtonLinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { href: string; variant?: ButtonVariant };

/** A link that looks like a button: it goes somewhere, so it works before any script. */
export function ButtonLink({ variant = 'primary', className, ...rest }: ButtonLinkProps) {
  return <a {...rest} className={buttonClass(variant, className)} />;
}
