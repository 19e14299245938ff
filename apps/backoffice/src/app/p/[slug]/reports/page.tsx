import { listEndedReports, listOpenReports } from '@/features/reports/queries';
import { ReportsView } from '@/features/reports/reports-view';
import { renderPlacePage } from '@/shell/place/render-place-page';

type ReportsPageProps = { params: Promise<{ slug: string }> };

export default function ReportsPage({ params }: ReportsPageProps) {
  return renderPlacePage({ route: '/p/[slug]/reports', params }, async ({ place, client }) => {
    const [open, ended] = await Promise.all([
      listOpenReports(client, place.id),
      listEndedReports(client, place.id),
    ]);
    return <ReportsView place={place} open={open} ended={ended} now={new Date()} />;
  });
}
