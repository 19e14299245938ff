import { AddRoomsView } from '@/features/rooms/add-rooms-view';
import { listRoomTypeNames } from '@/server/list-room-type-names';
import { renderPlacePage } from '@/shell/place/render-place-page';

type NewRoomsPageProps = { params: Promise<{ slug: string }> };

export default function NewRoomsPage({ params }: NewRoomsPageProps) {
  return renderPlacePage(
    { route: '/p/[slug]/rooms/new', params, role: 'manager' },
    async ({ place, client }) => (
      <AddRoomsView place={place} types={await listRoomTypeNames(client, place.id)} />
    ),
  );
}
