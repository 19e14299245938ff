import Link from 'next/link';
import { getTranslations } from 'next-intl/server';

type CategoryLinksProps = {
  categories: readonly { id: string; name: string }[];
  chosen: string | null;
};

/** Shows the orders of one category alone. A place with a single category has nothing to choose. */
export async function CategoryLinks({ categories, chosen }: CategoryLinksProps) {
  const t = await getTranslations('Orders');
  if (categories.length < 2) {
    return null;
  }
  const href = (category: string | null) => `?${new URLSearchParams(category === null ? {} : { category })}`;
  return (
    <nav aria-label={t('categories')} className="-mx-4 overflow-x-auto px-4 py-1">
      <ul className="flex gap-2">
        {[{ id: null, name: t('allCategories') }, ...categories].map(({ id, name }) => (
          <li key={id}>
            <Link
              href={href(id)}
              replace
              prefetch={false}
              aria-current={id === chosen ? 'true' : undefined}
              className="flex min-h-12 items-center whitespace-nowrap rounded-xl px-4 font-semibold text-accent hover:bg-sunken aria-[current]:bg-sunken aria-[current]:text-ink"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
