import { endedPerPage, listEndedReports, listOpenReports } from '@/features/reports/queries';
import { readReportFilter, readSkipped, toCondition } from '@/features/reports/report-filter';
import { ReportsView } from '@/features/reports/reports-view';
import { requireAccount } from '@/server/current-account';
import { renderPlacePage } from '@/shell/place/render-place-page';

type ReportsPageProps = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default function ReportsPage({ params, searchParams }: ReportsPageProps) {
  return renderPlacePage({ route: '/p/[slug]/reports', params }, async ({ place, client }) => {
    const { id } = await requireAccount(`/p/${place.slug}/reports`);
    const query = await searchParams;
    const filter = readReportFilter(query);
    const condition = toCondition(filter, id);
    const skipped = readSkipped(query);
    const [open, found] = await Promise.all([
      skipped === 0 ? listOpenReports(client, place.id, condition) : [],
      listEndedReports(client, place.id, condition, skipped),
    ]);
    return (
      <ReportsView
        place={place}
        open={open}
        ended={found.slice(0, endedPerPage)}
        next={found.length > endedPerPage ? String(skipped + endedPerPage) : null}
        isLater={skipped > 0}
        filter={filter}
        now={new Date()}
      />
    );
  });
}
