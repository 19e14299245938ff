import { AreaView } from '@/features/areas/area-view';
import { renderPlacePage } from '@/shell/place/render-place-page';

export default function NewAreaPage({ params }: { params: Promise<{ slug: string }> }) {
  return renderPlacePage({ route: '/p/[slug]/areas/new', params, role: 'manager' }, async ({ place }) => (
    <AreaView place={place} area={null} />
  ));
}
