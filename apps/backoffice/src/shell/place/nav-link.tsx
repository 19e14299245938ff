'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { PendingBar } from './pending-bar';

type NavLinkProps = { href: string; className: string; children: ReactNode };

/** A link of the rail or the bar. The one of the current screen says so. */
export function NavLink({ href, className, children }: NavLinkProps) {
  const pathname = usePathname();
  const isCurrent = pathname === href || pathname.startsWith(`${href}/`);
  return (
    <Link href={href} prefetch={false} aria-current={isCurrent ? 'page' : undefined} className={className}>
      {children}
      <PendingBar />
    </Link>
  );
}
