import { findLastJob, listRoomsToPrint } from '@/features/sheets/queries';
import { readRoomFilters } from '@/features/sheets/room-filters';
import { SheetsView } from '@/features/sheets/sheets-view';
import { renderPlacePage } from '@/shell/place/render-place-page';

type SheetsPageProps = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[]>>;
};

export default function SheetsPage({ params, searchParams }: SheetsPageProps) {
  return renderPlacePage({ route: '/p/[slug]/sheets', params }, async ({ place, client }) => {
    const filters = readRoomFilters(await searchParams);
    const [found, lastJob] = await Promise.all([
      listRoomsToPrint(client, place.id, filters),
      findLastJob(client, place.id),
    ]);
    return <SheetsView place={place} found={found} filters={filters} lastJob={lastJob} />;
  });
}
