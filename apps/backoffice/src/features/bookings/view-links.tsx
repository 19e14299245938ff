import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { PendingBar } from '@/shell/place/pending-bar';
import { type View, views } from './views';

/** The ways to the lists of bookings. While somebody searches none is current: a search looks through all of them. */
export async function ViewLinks({ current }: { current: View | null }) {
  const t = await getTranslations('Bookings');
  return (
    <nav aria-label={t('views')} className="-mx-1 flex flex-wrap gap-1.5 px-1">
      {views.map((view) => (
        <Link
          key={view}
          href={view === 'newest' ? '?' : `?view=${view}`}
          prefetch={false}
          aria-current={view === current ? 'page' : undefined}
          className="inline-flex min-h-12 items-center rounded-xl border border-line px-3.5 font-medium hover:bg-sunken aria-[current=page]:border-accent aria-[current=page]:bg-accent aria-[current=page]:text-accent-ink"
        >
          {t(`view_${view}`)}
          <PendingBar />
        </Link>
      ))}
    </nav>
  );
}
