import { Icon } from '@gudbro/ui/icon';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { PendingBar } from '../place/pending-bar';

/** The rows of a list. */
export function RowList({ children }: { children: ReactNode }) {
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-2xl bg-surface shadow-lift">{children}</ul>
  );
}

type RowProps = {
  /** The screen of the row's thing. Nothing where it has none. */
  href?: string;
  title: string;
  /** The less important facts of the row. */
  detail?: ReactNode;
  /** At the end of the row: a price, a state. `false` keeps the place of it, so that the details of all rows begin at one line. */
  end?: ReactNode;
};

const titleClass = 'wrap-anywhere block font-semibold sm:w-2/5 sm:shrink-0 lg:w-1/2';

/** A row of which every point leads to the screen of its thing. */
export function Row({ href, title, detail, end }: RowProps) {
  return (
    <li className="relative flex min-h-16 items-center gap-4 px-4 py-3 has-[a]:hover:bg-sunken has-[a:focus-visible]:outline-3 has-[a:focus-visible]:outline-focus has-[a:focus-visible]:-outline-offset-3 sm:px-5">
      <div className="min-w-0 grow sm:flex sm:items-baseline sm:gap-4">
        {href === undefined ? (
          <p className={titleClass}>{title}</p>
        ) : (
          <Link
            href={href}
            prefetch={false}
            className={`${titleClass} outline-none after:absolute after:inset-0`}
          >
            {title}
            <PendingBar />
          </Link>
        )}
        {detail && <div className="wrap-anywhere min-w-0 text-ink-soft sm:grow">{detail}</div>}
      </div>
      {end !== undefined && (
        <div className="wrap-anywhere max-w-2/5 shrink-0 text-right empty:hidden sm:w-44 sm:empty:block">
          {end}
        </div>
      )}
      {href !== undefined && <Icon name="chevron" className="size-5 shrink-0 -rotate-90 text-ink-soft" />}
    </li>
  );
}
