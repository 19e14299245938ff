import { listRooms } from '@/features/rooms/queries';
import { readNumberPattern } from '@/features/rooms/room-search';
import { RoomsView } from '@/features/rooms/rooms-view';
import { readAfter, takePage } from '@/server/page-of-rows';
import { readSearch } from '@/shell/list/list-search';
import { renderPlacePage } from '@/shell/place/render-place-page';

type RoomsPageProps = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ q?: string | string[]; after?: string | string[] }>;
};

export default function RoomsPage({ params, searchParams }: RoomsPageProps) {
  return renderPlacePage({ route: '/p/[slug]/rooms', params }, async ({ place, client }) => {
    const { q, after: afterText } = await searchParams;
    const search = readSearch(q);
    const after = readAfter(afterText);
    const numberPattern = readNumberPattern(search, place.shortCode);
    const page = takePage(await listRooms(client, place.id, { numberPattern, after }), (room) => room.number);
    return (
      <RoomsView place={place} rooms={page.rows} next={page.next} isLater={after !== null} search={search} />
    );
  });
}
