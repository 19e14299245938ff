import { listEndedReports, listOpenReports } from '@/features/reports/queries';
import { readReportFilter, toCondition } from '@/features/reports/report-filter';
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
    const filter = readReportFilter(await searchParams);
    const condition = toCondition(filter, id);
    const [open, ended] = await Promise.all([
      listOpenReports(client, place.id, condition),
      listEndedReports(client, place.id, condition),
    ]);
    return <ReportsView place={place} open={open} ended={ended} filter={filter} now={new Date()} />;
  });
}
