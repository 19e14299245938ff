import { ItemView } from '@/features/catalogue/item-view';
import { findItem, listCategories } from '@/features/catalogue/queries';
import { requireRow } from '@/server/require-row';
import { requireId } from '@/shell/form/field-schemas';
import { renderPlacePage } from '@/shell/place/render-place-page';

type ItemPageProps = { params: Promise<{ slug: string; id: string }> };

export default function ItemPage({ params }: ItemPageProps) {
  return renderPlacePage(
    { route: '/p/[slug]/catalogue/[id]', params, role: 'manager' },
    async ({ place, client }) => {
      const id = requireId((await params).id);
      const [item, categories] = await Promise.all([
        findItem(client, place.id, id),
        listCategories(client, place.id),
      ]);
      const { categoryId } = requireRow(item);
      return <ItemView place={place} item={item} categories={categories} categoryId={categoryId} />;
    },
  );
}
