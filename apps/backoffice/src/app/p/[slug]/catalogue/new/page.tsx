import { ItemView } from '@/features/catalogue/item-view';
import { listCategories } from '@/features/catalogue/queries';
import { requireRow } from '@/server/require-row';
import { renderPlacePage } from '@/shell/place/render-place-page';

type NewItemPageProps = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ category?: string | string[] }>;
};

export default function NewItemPage({ params, searchParams }: NewItemPageProps) {
  return renderPlacePage(
    { route: '/p/[slug]/catalogue/new', params, role: 'manager' },
    async ({ place, client }) => {
      const { category } = await searchParams;
      const categories = await listCategories(client, place.id);
      const { id } = requireRow(categories.find((one) => one.id === category) ?? categories[0] ?? null);
      return <ItemView place={place} item={null} categories={categories} categoryId={id} />;
    },
  );
}
