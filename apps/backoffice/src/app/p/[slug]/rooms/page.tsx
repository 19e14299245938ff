import { z } from 'zod';
import { listRooms } from '@/features/rooms/queries';
import { readFilter } from '@/features/rooms/room-filter';
import { readNumberPattern } from '@/features/rooms/room-search';
import { RoomsView } from '@/features/rooms/rooms-view';
import { readAfter, takePage } from '@/server/page-of-rows';
import { renderPlacePage } from '@/shell/place/render-place-page';

type RoomsPageProps = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const countSchema = z.coerce.number().int().min(0).max(500);

export default function RoomsPage({ params, searchParams }: RoomsPageProps) {
  return renderPlacePage({ route: '/p/[slug]/rooms', params }, async ({ place, client }) => {
    const query = await searchParams;
    const filter = readFilter(query);
    const after = readAfter(query['after']);
    const found = await listRooms(
      client,
      place.id,
      {
        numberPattern: readNumberPattern(filter.q, place.shortCode),
        typeId: filter.type || null,
        floor: filter.floor || null,
        isOff: filter.off === '1',
      },
      after,
    );
    const { rows, next } = takePage(found.rooms, (room) => room.order);
    const count = countSchema.safeParse(query['added']);
    const existing = countSchema.safeParse(query['existing'] ?? 0);
    return (
      <RoomsView
        place={place}
        rooms={rows}
        types={found.types}
        filter={filter}
        next={next}
        isLater={after !== null}
        added={count.success && existing.success ? { count: count.data, existing: existing.data } : null}
      />
    );
  });
}
