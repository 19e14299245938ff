import { AreaView } from '@/features/areas/area-view';
import { findArea } from '@/features/areas/queries';
import { requireRow } from '@/server/require-row';
import { requireId } from '@/shell/form/field-schemas';
import { renderPlacePage } from '@/shell/place/render-place-page';

export default function AreaPage({ params }: { params: Promise<{ slug: string; id: string }> }) {
  return renderPlacePage(
    { route: '/p/[slug]/areas/[id]', params, role: 'manager' },
    async ({ place, client }) => {
      const area = await findArea(client, place.id, requireId((await params).id));
      return <AreaView place={place} area={requireRow(area)} />;
    },
  );
}
