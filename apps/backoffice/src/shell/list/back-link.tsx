import { Icon } from '@gudbro/ui/icon';
import Link from 'next/link';
import { PendingBar } from '../place/pending-bar';

/** The way from a row's screen up to its list. */
export function BackLink({ href, label }: { href: string; label: string }) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="-mb-2 -ml-3 inline-flex min-h-12 items-center gap-2 rounded-xl px-3 font-semibold text-accent hover:bg-sunken"
    >
      <Icon name="arrow" className="size-5 shrink-0 rotate-180" />
      {label}
      <PendingBar />
    </Link>
  );
}
