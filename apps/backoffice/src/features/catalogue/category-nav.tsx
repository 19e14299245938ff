import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/shell/list/link-button';
import type { Category } from './queries';

type CategoryNavProps = {
  base: string;
  categories: readonly Category[];
  current: Category | null;
  mayChange: boolean;
};

/** The categories to choose from, and the way to change the chosen one. */
export async function CategoryNav({ base, categories, current, mayChange }: CategoryNavProps) {
  const t = await getTranslations('Catalogue');
  return (
    <div className="flex flex-wrap items-start gap-3">
      <nav aria-label={t('categories')} className="min-w-0 grow">
        <ul className="flex flex-wrap gap-2">
          {categories.map(({ id, name, isActive }) => (
            <li key={id} className="min-w-0">
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
        </ul>
      </nav>
      {mayChange && (
        <div className="flex flex-wrap gap-3">
          {current !== null && (
            <LinkButton href={`${base}/categories/${current.id}`} variant="quiet">
              {t('changeCategory', { name: current.name })}
            </LinkButton>
          )}
          {categories.length > 1 && (
            <LinkButton href={`${base}/categories`} variant="quiet">
              {t('orderCategories')}
            </LinkButton>
          )}
        </div>
      )}
    </div>
  );
}
