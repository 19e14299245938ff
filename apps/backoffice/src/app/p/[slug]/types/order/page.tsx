import { getTranslations } from 'next-intl/server';
import { orderRoomTypesAction } from '@/features/room-types/actions';
import { listRoomTypes } from '@/features/room-types/queries';
import { readAfter, takePage } from '@/server/page-of-rows';
import { OrderView } from '@/shell/list/order-view';
import { renderPlacePage } from '@/shell/place/render-place-page';

type OrderPageProps = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ after?: string | string[] }>;
};

export default function OrderTypesPage({ params, searchParams }: OrderPageProps) {
  return renderPlacePage(
    { route: '/p/[slug]/types/order', params, role: 'manager' },
    async ({ place, client }) => {
      const t = await getTranslations('RoomTypes');
      const after = readAfter((await searchParams).after);
      const { rows, next } = takePage(await listRoomTypes(client, place.id, after), (row) => row.order);
      return (
        <OrderView
          action={orderRoomTypesAction}
          place={place.slug}
          list={{ path: 'types', heading: t('heading') }}
          rows={rows}
          next={next}
          isLater={after !== null}
        />
      );
    },
  );
}
