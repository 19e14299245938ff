import { Card } from '@gudbro/ui/card';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { PendingBar } from '@/shell/place/pending-bar';
import { DueTag } from './due-tag';
import type { EscalatedReport } from './queries';

type EscalatedCardProps = { place: Place; reports: readonly EscalatedReport[]; now: Date };

/** The reports whose time is nearly over, on a screen that is about the day. Nothing where there is none. */
export async function EscalatedCard({ place, reports, now }: EscalatedCardProps) {
  const t = await getTranslations('Reports');
  return (
    reports.length > 0 && (
      <Card title={`${t('escalated')} · ${reports.length}`} icon="wrench">
        <ul className="divide-y divide-line">
          {reports.map((report) => (
            <li key={report.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
              <div className="wrap-anywhere min-w-0 grow basis-48">
                <Link
                  href={`/p/${place.slug}/reports/${report.id}`}
                  prefetch={false}
                  className="inline-flex min-h-8 items-center font-semibold underline decoration-line underline-offset-4 hover:decoration-ink"
                >
                  {report.title}
                  <PendingBar />
                </Link>
                <p className="text-ink-soft">
                  {[
                    t('room', { room: report.roomNumber }),
                    t(`priority_${report.priority}`),
                    report.hasAssignee ? t('section_in_progress') : t('nobody'),
                  ].join(' · ')}
                </p>
              </div>
              <DueTag report={report} timeZone={place.timezone} now={now} />
            </li>
          ))}
        </ul>
      </Card>
    )
  );
}
