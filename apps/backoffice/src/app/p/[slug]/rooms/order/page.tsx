import { OrderRoomsView } from '@/features/rooms/order-rooms-view';
import { listRooms } from '@/features/rooms/queries';
import { readAfter, readBefore, takePage } from '@/server/page-of-rows';
import { renderPlacePage } from '@/shell/place/render-place-page';

type OrderPageProps = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ after?: string | string[]; before?: string | string[] }>;
};

const everyRoom = { numberPattern: null, typeId: null, floor: null, isOff: false };

export default function OrderRoomsPage({ params, searchParams }: OrderPageProps) {
  return renderPlacePage(
    { route: '/p/[slug]/rooms/order', params, role: 'manager' },
    async ({ place, client }) => {
      const query = await searchParams;
      const { rooms } = await listRooms(client, place.id, everyRoom, readAfter(query.after));
      const { rows, next } = takePage(rooms, (room) => room.order);
      return <OrderRoomsView place={place} rooms={rows} next={next} before={readBefore(query)} />;
    },
  );
}
