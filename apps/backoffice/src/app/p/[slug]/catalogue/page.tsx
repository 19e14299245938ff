import { CatalogueView } from '@/features/catalogue/catalogue-view';
import { listCategories, listItems } from '@/features/catalogue/queries';
import { readAfter, readBefore, takePage } from '@/server/page-of-rows';
import { readSearch } from '@/shell/list/list-search';
import { renderPlacePage } from '@/shell/place/render-place-page';

type Query = Partial<Record<'q' | 'category' | 'after' | 'before', string | string[]>>;

type CataloguePageProps = { params: Promise<{ slug: string }>; searchParams: Promise<Query> };

export default function CataloguePage({ params, searchParams }: CataloguePageProps) {
  return renderPlacePage({ route: '/p/[slug]/catalogue', params }, async ({ place, client }) => {
    const query = await searchParams;
    const search = readSearch(query.q);
    const after = readAfter(query.after);
    const categories = await listCategories(client, place.id);
    const category =
      search === '' ? (categories.find(({ id }) => id === query.category) ?? categories[0] ?? null) : null;
    const found =
      category === null && search === ''
        ? []
        : await listItems(client, place.id, { categoryId: category?.id ?? null, search, after });
    const { rows, next } = takePage(found, ({ order }) => order);
    return (
      <CatalogueView
        place={place}
        categories={categories}
        category={category}
        items={rows}
        next={next}
        before={readBefore(query)}
        search={search}
      />
    );
  });
}
