import { getReport, listAssignees, listEarlierReports } from '@/features/reports/queries';
import { ReportView } from '@/features/reports/report-view';
import { requireId } from '@/shell/form/field-schemas';
import { renderPlacePage } from '@/shell/place/render-place-page';

type ReportPageProps = { params: Promise<{ slug: string; id: string }> };

export default function ReportPage({ params }: ReportPageProps) {
  return renderPlacePage({ route: '/p/[slug]/reports/[id]', params }, async ({ place, client }) => {
    const report = await getReport(client, place.id, requireId((await params).id));
    const [earlier, assignees] = await Promise.all([
      listEarlierReports(client, report),
      listAssignees(client, place.id),
    ]);
    return (
      <ReportView place={place} report={report} earlier={earlier} assignees={assignees} now={new Date()} />
    );
  });
}
