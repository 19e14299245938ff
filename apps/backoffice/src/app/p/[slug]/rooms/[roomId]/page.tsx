import { ApiError } from '@gudbro/api-kit';
import { env } from '@/env';
import { getRoom } from '@/features/rooms/queries';
import { RoomView } from '@/features/rooms/room-view';
import { idField } from '@/shell/form/field-schemas';
import { renderPlacePage } from '@/shell/place/render-place-page';

type RoomPageProps = { params: Promise<{ slug: string; roomId: string }> };

export default function RoomPage({ params }: RoomPageProps) {
  return renderPlacePage({ route: '/p/[slug]/rooms/[roomId]', params }, async ({ place, client }) => {
    const id = idField.safeParse((await params).roomId);
    if (!id.success) {
      throw new ApiError('not_found');
    }
    return (
      <RoomView
        room={await getRoom(client, place.id, id.data)}
        roomsHref={`/p/${place.slug}/rooms`}
        staysUrl={env().STAYS_URL}
      />
    );
  });
}
