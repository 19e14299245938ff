import { Card } from '@gudbro/ui/card';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { TapButton } from '@/shell/form/tap-button';
import { ClientTexts } from '@/shell/place/client-texts';
import { PendingBar } from '@/shell/place/pending-bar';
import { stepReportAction } from './actions';
import { DueTag } from './due-tag';
import type { ReportOfToday } from './queries';

type ReportsCardProps = {
  place: Place;
  title: 'escalated' | 'waiting';
  reports: readonly ReportOfToday[];
  now: Date;
};

/** Reports that wait for somebody, on a screen that is about the day. Nothing where there is none. */
export async function ReportsCard({ place, title, reports, now }: ReportsCardProps) {
  const t = await getTranslations('Reports');
  const name = title === 'escalated' ? t('escalated') : t('waiting');
  return (
    reports.length > 0 && (
      <Card title={`${name} · ${reports.length}`} icon="wrench">
        <ClientTexts>
          <ul className="divide-y divide-line">
            {reports.map((report) => (
              <ReportRow key={report.id} place={place} report={report} now={now} />
            ))}
          </ul>
        </ClientTexts>
      </Card>
    )
  );
}

async function ReportRow({ place, report, now }: { place: Place; report: ReportOfToday; now: Date }) {
  const t = await getTranslations('Reports');
  const { id, title, status, priority, roomNumber, hasAssignee } = report;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
      <div className="wrap-anywhere min-w-0 grow basis-48">
        <Link
          href={`/p/${place.slug}/reports/${id}`}
          prefetch={false}
          className="inline-flex min-h-8 items-center font-semibold underline decoration-line underline-offset-4 hover:decoration-ink"
        >
          {title}
          <PendingBar />
        </Link>
        <p className="text-ink-soft">
          {[
            t('room', { room: roomNumber }),
            t(`priority_${priority}`),
            hasAssignee ? t('section_in_progress') : t('nobody'),
          ].join(' · ')}
        </p>
      </div>
      <DueTag report={report} timeZone={place.timezone} now={now} />
      {status === 'open' && (
        <TapButton
          action={stepReportAction}
          hidden={{ place: place.slug, id, status: 'in_progress' }}
          name={t('seeToReport', { title })}
        >
          {t('do_in_progress')}
        </TapButton>
      )}
    </li>
  );
}
