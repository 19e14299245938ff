import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/shell/list/link-button';
import { ShowCurrent } from '@/shell/list/show-current';
import type { Category } from './queries';

type CategoriesProps = { base: string; categories: readonly Category[]; current: Category | null };

/** The categories to choose from: on a phone one row, so that the items begin on the first screen. */
export async function CategoryNav({ base, categories, current }: CategoriesProps) {
  const t = await getTranslations('Catalogue');
  return (
    <nav aria-label={t('categories')}>
      <ShowCurrent className="-mx-4 -my-1 flex gap-2 overflow-x-auto px-4 py-1 sm:mx-0 sm:flex-wrap sm:overflow-visible sm:px-0">
        {categories.map(({ id, name, isActive }) => (
          <li key={id} className="max-w-60 shrink-0 sm:max-w-full sm:shrink">
            <Link
              href={`${base}?category=${id}`}
              prefetch={false}
              aria-current={id === current?.id ? 'page' : undefined}
              className="wrap-anywhere flex min-h-12 items-center rounded-full border border-field-line bg-surface px-4 py-2 leading-tight hover:bg-sunken aria-[current]:border-accent aria-[current]:bg-accent aria-[current]:text-accent-ink"
            >
              {name}
              {!isActive && <span className="ml-2 text-sm">({t('off')})</span>}
            </Link>
          </li>
        ))}
      </ShowCurrent>
    </nav>
  );
}

/** What managers do with the categories themselves. Less often than with the items, so it stands below them. */
export async function CategoryActs({ base, categories, current }: CategoriesProps) {
  const [t, list] = await Promise.all([getTranslations('Catalogue'), getTranslations('List')]);
  return (
    <section aria-labelledby="category-acts" className="space-y-3 pt-2">
      <h2 id="category-acts" className="font-display text-xl">
        {t('categories')}
      </h2>
      <div className="flex flex-wrap gap-3">
        {current !== null && (
          <LinkButton href={`${base}/categories/${current.id}`} variant="secondary">
            {t('changeCategory', { name: current.name })}
          </LinkButton>
        )}
        {categories.length > 1 && (
          <LinkButton href={`${base}/categories`} variant="secondary">
            {list('changeOrder')}
          </LinkButton>
        )}
        <LinkButton href={`${base}/categories/new`} variant="secondary">
          {t('addCategory')}
        </LinkButton>
      </div>
    </section>
  );
}
