import { z } from 'zod';
import { PlaceRoomsView } from '@/features/rooms/place-rooms-view';
import { listPlaceRooms, listRooms } from '@/features/rooms/queries';
import { readFilter } from '@/features/rooms/room-filter';
import { readNumberPattern } from '@/features/rooms/room-search';
import { RoomsView } from '@/features/rooms/rooms-view';
import type { AccountClient } from '@/server/account-client';
import { readAfter, takePage } from '@/server/page-of-rows';
import { hasRole, type Place } from '@/server/place';
import { renderPlacePage } from '@/shell/place/render-place-page';

type Query = Record<string, string | string[] | undefined>;

type RoomsPageProps = { params: Promise<{ slug: string }>; searchParams: Promise<Query> };

const countSchema = z.coerce.number().int().min(0).max(500);

export default function RoomsPage({ params, searchParams }: RoomsPageProps) {
  return renderPlacePage(
    { route: '/p/[slug]/rooms', params, role: 'housekeeper' },
    async ({ place, client }) => {
      const query = await searchParams;
      return hasRole(place.role, 'staff')
        ? renderRooms(place, client, query)
        : renderPlaceRooms(place, client, query);
    },
  );
}

async function renderPlaceRooms(place: Place, client: AccountClient, query: Query) {
  const { q } = readFilter(query);
  const after = readAfter(query['after']);
  const rooms = await listPlaceRooms(client, place.id, readNumberPattern(q, place.shortCode), after);
  const { rows, next } = takePage(rooms, (room) => room.order);
  return <PlaceRoomsView place={place} rooms={rows} search={q} next={next} isLater={after !== null} />;
}

async function renderRooms(place: Place, client: AccountClient, query: Query) {
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
}
