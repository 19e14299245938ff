import { PageHeader } from '@gudbro/ui/page-header';
import { getTranslations } from 'next-intl/server';
import { hasRole, type Place } from '@/server/place';
import { EmptyList } from '@/shell/list/empty-list';
import { LinkButton } from '@/shell/list/link-button';
import { ListSearch } from '@/shell/list/list-search';
import { Pager } from '@/shell/list/pager';
import { PreviewLink } from '@/shell/place/preview-link';
import { CategoryActs, CategoryNav } from './category-nav';
import { ItemList } from './item-list';
import type { Category, Item } from './queries';

type CatalogueViewProps = {
  place: Place;
  categories: readonly Category[];
  /** The category whose items are shown. Null while searching, and where there is none. */
  category: Category | null;
  items: readonly Item[];
  next: string | null;
  /** How many items of the list come before this page. */
  before: number;
  search: string;
};

/** What guests can order: the categories, and the items of one of them. */
export async function CatalogueView(props: CatalogueViewProps) {
  const { place, categories, category, items, next, before, search } = props;
  const t = await getTranslations('Catalogue');
  const base = `/p/${place.slug}/catalogue`;
  const mayChange = hasRole(place.role, 'manager');
  const addCategory = mayChange && (
    <LinkButton href={`${base}/categories/new`}>{t('addCategory')}</LinkButton>
  );
  return (
    <div className="space-y-6">
      <title>{t('pageTitle')}</title>
      <PageHeader
        title={t('heading')}
        description={t('intro')}
        actions={
          <>
            <PreviewLink slug={place.slug} section="services" />
            {mayChange && category !== null && (
              <LinkButton href={`${base}/new?category=${category.id}`}>{t('addItem')}</LinkButton>
            )}
          </>
        }
      />
      {categories.length === 0 ? (
        <EmptyList
          icon="bell"
          title={t('emptyTitle')}
          text={t('empty')}
          guide={{ place: place.slug, chapter: 'offer' }}
        >
          {addCategory}
        </EmptyList>
      ) : (
        <>
          <CategoryNav base={base} categories={categories} current={category} />
          <ListSearch text={search} label={t('search')} />
          {items.length === 0 && (
            <p className="text-ink-soft">
              {search === '' ? t('emptyCategory') : t('nothingFound', { text: search })}
            </p>
          )}
          <ItemList
            place={place}
            items={items}
            firstPlace={mayChange && search === '' ? before + 1 : null}
            hasMore={next !== null}
          />
          <Pager
            next={next}
            isLater={before > 0}
            query={{
              q: search,
              category: category?.id ?? '',
              before: next === null ? '' : String(before + items.length),
            }}
          />
          {mayChange && <CategoryActs base={base} categories={categories} current={category} />}
        </>
      )}
    </div>
  );
}
