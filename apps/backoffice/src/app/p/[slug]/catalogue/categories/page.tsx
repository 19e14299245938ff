import { CategoriesView } from '@/features/catalogue/categories-view';
import { listCategories } from '@/features/catalogue/queries';
import { renderPlacePage } from '@/shell/place/render-place-page';

export default function CategoriesPage({ params }: { params: Promise<{ slug: string }> }) {
  return renderPlacePage(
    { route: '/p/[slug]/catalogue/categories', params, role: 'manager' },
    async ({ place, client }) => (
      <CategoriesView place={place} categories={await listCategories(client, place.id)} />
    ),
  );
}
