import { Icon } from '@gudbro/ui/icon';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { PendingBar } from '../place/pending-bar';

/** The rows of a list. Rows that lead nowhere lie flat on the page, since what stands out is taken for a button. */
export function RowList({ children }: { children: ReactNode }) {
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-2xl border border-line has-[a,summary]:border-transparent has-[a,summary]:bg-surface has-[a,summary]:shadow-lift">
      {children}
    </ul>
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

// A phone has the end beside the title, and the detail across the whole row below them.
const columns =
  'grid min-w-0 grow grid-cols-[minmax(0,1fr)_fit-content(45%)] gap-x-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_11rem] sm:items-baseline lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_11rem]';
const titleClass = 'wrap-anywhere block font-semibold';

/** A row of which every point leads to the screen of its thing. */
export function Row({ href, title, detail, end }: RowProps) {
  return (
    <li className="relative flex min-h-16 items-center gap-4 px-4 py-3 has-[a]:hover:bg-sunken has-[a:focus-visible]:outline-3 has-[a:focus-visible]:outline-focus has-[a:focus-visible]:-outline-offset-3 sm:px-5">
      <div className={columns}>
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
        {detail && (
          <div
            className={`wrap-anywhere col-span-2 row-start-2 min-w-0 text-ink-soft sm:col-start-2 sm:row-start-1 ${end === undefined ? '' : 'sm:col-span-1'}`.trimEnd()}
          >
            {detail}
          </div>
        )}
        {end !== undefined && (
          <div className="wrap-anywhere col-start-2 row-start-1 text-right empty:hidden sm:col-start-3">
            {end}
          </div>
        )}
      </div>
      {href !== undefined && <Icon name="chevron" className="size-5 shrink-0 -rotate-90 text-ink-soft" />}
    </li>
  );
}
