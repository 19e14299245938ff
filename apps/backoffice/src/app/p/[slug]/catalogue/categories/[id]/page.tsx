import { CategoryView } from '@/features/catalogue/category-view';
import { countItems, findCategory } from '@/features/catalogue/queries';
import { requireRow } from '@/server/require-row';
import { requireId } from '@/shell/form/field-schemas';
import { renderPlacePage } from '@/shell/place/render-place-page';

type CategoryPageProps = { params: Promise<{ slug: string; id: string }> };

export default function CategoryPage({ params }: CategoryPageProps) {
  return renderPlacePage(
    { route: '/p/[slug]/catalogue/categories/[id]', params, role: 'manager' },
    async ({ place, client }) => {
      const id = requireId((await params).id);
      const [category, itemCount] = await Promise.all([
        findCategory(client, place.id, id),
        countItems(client, place.id, id),
      ]);
      return <CategoryView place={place} category={requireRow(category)} itemCount={itemCount} />;
    },
  );
}
