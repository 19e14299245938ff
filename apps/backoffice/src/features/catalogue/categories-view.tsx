import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { RecordView } from '@/shell/list/record-view';
import { SortableList } from '@/shell/list/sortable-list';
import type { Category } from './queries';

type CategoriesViewProps = { place: Place; categories: readonly Category[] };

/** All categories, to bring them into another order. */
export async function CategoriesView({ place, categories }: CategoriesViewProps) {
  const t = await getTranslations('Catalogue');
  const base = `/p/${place.slug}/catalogue`;
  const rows = categories.map(({ id, name, isActive }) => ({
    id,
    name,
    content: (
      <Link
        href={`${base}/categories/${id}`}
        prefetch={false}
        className="wrap-anywhere flex min-h-18 items-center px-4 py-3 font-semibold hover:bg-sunken"
      >
        {name}
        {!isActive && <span className="ml-2 font-normal text-ink-soft text-sm">({t('off')})</span>}
      </Link>
    ),
  }));
  return (
    <RecordView title={t('categories')} back={{ href: base, label: t('heading') }} namespaces={[]}>
      <p className="text-pretty text-ink-soft">{t('orderHint')}</p>
      <SortableList place={place.slug} kind="categories" rows={rows} firstPlace={1} />
    </RecordView>
  );
}
