import { CategoryView } from '@/features/catalogue/category-view';
import { renderPlacePage } from '@/shell/place/render-place-page';

export default function NewCategoryPage({ params }: { params: Promise<{ slug: string }> }) {
  return renderPlacePage(
    { route: '/p/[slug]/catalogue/categories/new', params, role: 'manager' },
    async ({ place }) => <CategoryView place={place} category={null} />,
  );
}
