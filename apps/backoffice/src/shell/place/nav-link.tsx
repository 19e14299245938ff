'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { PendingBar } from './pending-bar';

type NavLinkProps = {
  href: string;
  /** The screens that are reached through this one, such as those behind "More". */
  leadsTo?: readonly string[];
  className: string;
  children: ReactNode;
};

/** A link of the rail or the bar. The one of the current screen says so, and the one that leads to it. */
export function NavLink({ href, leadsTo = [], className, children }: NavLinkProps) {
  const pathname = usePathname();
  const isAt = (path: string) => pathname === path || pathname.startsWith(`${path}/`);
  const current = isAt(href) ? 'page' : leadsTo.some(isAt) ? true : undefined;
  return (
    <Link href={href} prefetch={false} aria-current={current} className={className}>
      {children}
      <PendingBar />
    </Link>
  );
}
