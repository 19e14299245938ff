import { getTranslations } from 'next-intl/server';
import { orderRoomsAction } from '@/features/rooms/actions';
import { listRooms } from '@/features/rooms/queries';
import { readAfter, takePage } from '@/server/page-of-rows';
import { OrderView } from '@/shell/list/order-view';
import { renderPlacePage } from '@/shell/place/render-place-page';

type OrderPageProps = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ after?: string | string[] }>;
};

const everyRoom = { numberPattern: null, typeId: null, floor: null, isOff: false };

export default function OrderRoomsPage({ params, searchParams }: OrderPageProps) {
  return renderPlacePage(
    { route: '/p/[slug]/rooms/order', params, role: 'manager' },
    async ({ place, client }) => {
      const t = await getTranslations('Rooms');
      const after = readAfter((await searchParams).after);
      const { rooms } = await listRooms(client, place.id, everyRoom, after);
      const { rows, next } = takePage(rooms, (room) => room.order);
      return (
        <OrderView
          action={orderRoomsAction}
          place={place.slug}
          list={{ path: 'rooms', heading: t('heading') }}
          rows={rows.map(({ id, number }) => ({ id, name: number }))}
          next={next}
          isLater={after !== null}
        />
      );
    },
  );
}
