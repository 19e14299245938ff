import { CategoryView } from '@/features/catalogue/category-view';
import { findCategory } from '@/features/catalogue/queries';
import { requireRow } from '@/server/require-row';
import { requireId } from '@/shell/form/field-schemas';
import { renderPlacePage } from '@/shell/place/render-place-page';

type CategoryPageProps = { params: Promise<{ slug: string; id: string }> };

export default function CategoryPage({ params }: CategoryPageProps) {
  return renderPlacePage(
    { route: '/p/[slug]/catalogue/categories/[id]', params, role: 'manager' },
    async ({ place, client }) => {
      const category = await findCategory(client, place.id, requireId((await params).id));
      return <CategoryView place={place} category={requireRow(category)} />;
    },
  );
}
