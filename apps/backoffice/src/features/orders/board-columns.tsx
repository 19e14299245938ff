import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Place } from '@/server/place';
import { type Column, columns as names } from './board';
import { OrderCard } from './order-card';
import type { BoardOrder } from './queries';

type BoardColumnsProps = {
  place: Place;
  columns: Record<Column, BoardOrder[]>;
  category: string | null;
  now: Date;
  /** What follows the orders that ended last. */
  children?: ReactNode;
};

/**
 * The columns side by side, with what ended below them. On a phone they are one list, and a link above it leads to each of its
 * parts.
 */
export async function BoardColumns({ place, columns, category, now, children }: BoardColumnsProps) {
  const t = await getTranslations('Orders');
  return (
    <div className="space-y-4">
      <nav aria-label={t('columns')} className="md:hidden">
        <ul className="flex flex-wrap gap-2">
          {names.map((name) => (
            <li key={name} className="grow">
              <a
                href={`#column-${name}`}
                className="flex min-h-14 flex-col items-center justify-center rounded-xl border border-field-line px-2 py-1 font-semibold text-sm leading-tight"
              >
                <span className="text-lg tabular-nums">{columns[name].length}</span>
                {t(`short_${name}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="grid gap-x-4 gap-y-8 md:grid-cols-3">
        {names.map((name) => (
          <section
            key={name}
            aria-labelledby={`column-${name}`}
            className={`min-w-0 ${name === 'ended' ? 'md:col-span-3' : ''}`}
          >
            <h2 id={`column-${name}`} className="scroll-mt-20 font-semibold text-lg">
              {t(`column_${name}`)} <span className="text-ink-soft tabular-nums">{columns[name].length}</span>
            </h2>
            {columns[name].length === 0 && <p className="mt-1 text-ink-soft">{t(`nothing_${name}`)}</p>}
            <ol className={`mt-3 grid gap-3 ${name === 'ended' ? 'md:grid-cols-3' : ''}`}>
              {columns[name].map((order) => (
                <li key={order.id}>
                  <OrderCard place={place} order={order} category={category} now={now} />
                </li>
              ))}
            </ol>
            {name === 'ended' && children}
          </section>
        ))}
      </div>
    </div>
  );
}
