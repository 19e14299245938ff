import { ApiError } from '@gudbro/api-kit';
import { getRoomType } from '@/features/room-types/queries';
import { SeasonView } from '@/features/room-types/season-view';
import { idField } from '@/shell/form/field-schemas';
import { renderPlacePage } from '@/shell/place/render-place-page';

type SeasonPageProps = { params: Promise<{ slug: string; id: string }> };

export default function SeasonPage({ params }: SeasonPageProps) {
  return renderPlacePage(
    { route: '/p/[slug]/types/[id]/seasons/new', params, role: 'manager' },
    async ({ place, client }) => {
      const id = idField.safeParse((await params).id);
      if (!id.success) {
        throw new ApiError('not_found');
      }
      const type = await getRoomType(client, place.id, id.data);
      return <SeasonView place={place} type={type} season={null} />;
    },
  );
}
