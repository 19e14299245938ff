import { NewTypeView } from '@/features/room-types/type-view';
import { renderPlacePage } from '@/shell/place/render-place-page';

type NewTypePageProps = { params: Promise<{ slug: string }> };

export default function NewTypePage({ params }: NewTypePageProps) {
  return renderPlacePage({ route: '/p/[slug]/types/new', params, role: 'manager' }, async ({ place }) => (
    <NewTypeView place={place} />
  ));
}
