import Link from 'next/link';
import type { ReactNode } from 'react';

/** A link to another page before the sign-in, large enough for a thumb. */
export function TextLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="inline-flex min-h-12 items-center font-semibold text-accent underline underline-offset-4"
    >
      {children}
    </Link>
  );
}
