import { PageHeader } from '@gudbro/ui/page-header';
import Link from 'next/link';
import { getFormatter, getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { EmptyList } from '@/shell/list/empty-list';
import { Pager } from '@/shell/list/pager';
import { PendingBar } from '@/shell/place/pending-bar';
import { DueTag } from './due-tag';
import { type ListedReport, nameAccount } from './queries';
import type { ReportFilter } from './report-filter';
import { ReportFilterForm } from './report-filter-form';
import { isEscalated } from './report-rules';

export type ReportsViewProps = {
  place: Place;
  open: readonly ListedReport[];
  ended: readonly ListedReport[];
  /** The address part of the next page of those that ended. */
  next: string | null;
  /** A page after the first has only reports that ended. */
  isLater: boolean;
  filter: ReportFilter;
  now: Date;
};

/** What guests reported, by how far it is: what waits for somebody, what somebody sees to, and what ended last. */
export async function ReportsView(view: ReportsViewProps) {
  const { place, open, ended, next, isLater, filter, now } = view;
  const t = await getTranslations('Reports');
  const escalated = open.filter((report) => isEscalated(report, now));
  const others = open.filter((report) => !isEscalated(report, now));
  const isFiltered = filter.priority !== '' || filter.assignee !== '';
  const isEmpty = open.length + ended.length === 0 && !isLater;
  const all = [
    ['escalated', escalated],
    ['open', others.filter(({ status }) => status === 'open')],
    ['in_progress', others.filter(({ status }) => status === 'in_progress')],
    ['ended', ended],
  ] as const;
  // That nothing waits is not known where some reports are hidden.
  const sections = all.filter(
    ([name, { length }]) => length > 0 || (name !== 'escalated' && !isFiltered && !isLater),
  );
  return (
    <div className="space-y-8">
      <title>{t('heading')}</title>
      <PageHeader title={t('heading')} description={t('intro')} />
      {(isFiltered || !isEmpty) && <ReportFilterForm filter={filter} />}
      {isFiltered && isEmpty && <p className="text-ink-soft">{t('nothingMatches')}</p>}
      {isEmpty && !isFiltered ? (
        <EmptyList icon="wrench" title={t('emptyTitle')} text={t('empty')} />
      ) : (
        sections.map(([name, reports]) => (
          <section key={name} aria-labelledby={`reports-${name}`}>
            <h2
              id={`reports-${name}`}
              className={`mb-3 flex items-baseline gap-2 font-semibold text-lg ${name === 'escalated' ? 'text-danger' : ''}`}
            >
              {name === 'escalated' ? t('escalated') : t(`section_${name}`)}
              {(name !== 'ended' || next === null) && !isLater && (
                <span className="text-ink-soft tabular-nums">{reports.length}</span>
              )}
            </h2>
            {reports.length === 0 && name !== 'escalated' ? (
              <p className="text-ink-soft">{t(`nothing_${name}`)}</p>
            ) : (
              <ul className="grid gap-3 md:grid-cols-2 2xl:grid-cols-3">
                {reports.map((report) => (
                  <ReportCard key={report.id} place={place} report={report} now={now} />
                ))}
              </ul>
            )}
          </section>
        ))
      )}
      <Pager next={next} isLater={isLater} query={filter} />
    </div>
  );
}

type ReportCardProps = { place: Place; report: ListedReport; now: Date };

async function ReportCard({ place, report, now }: ReportCardProps) {
  const [t, format] = await Promise.all([getTranslations('Reports'), getFormatter()]);
  const { id, title, room, area, assignee, priority, status, said } = report;
  const hasEnded = status === 'resolved' || status === 'closed';
  const isUrgent = priority === 'urgent' && !hasEnded;
  const facts = [
    t('room', { room: room.number }),
    area?.name,
    t('reportedAgo', { ago: format.relativeTime(new Date(report.createdAt), now) }),
  ];
  return (
    <li className="relative flex flex-col gap-3 rounded-2xl bg-surface p-4 shadow-lift hover:bg-sunken has-[a:focus-visible]:outline-3 has-[a:focus-visible]:outline-focus">
      <div className="flex flex-wrap items-center gap-2">
        <span
          className={`rounded-full border px-3 py-1 font-semibold text-sm ${isUrgent ? 'border-danger text-danger' : 'border-field-line'}`}
        >
          {hasEnded ? t(`status_${status}`) : t(`priority_${priority}`)}
        </span>
        <DueTag report={report} timeZone={place.timezone} now={now} />
      </div>
      <div className="min-w-0">
        <h3 className="wrap-anywhere font-semibold text-lg leading-snug">
          <Link
            href={`/p/${place.slug}/reports/${id}`}
            prefetch={false}
            className="outline-none after:absolute after:inset-0"
          >
            {title}
            <PendingBar />
          </Link>
        </h3>
        <p className="wrap-anywhere text-ink-soft">{facts.filter(Boolean).join(' · ')}</p>
      </div>
      {(assignee !== null || said[0]?.author === 'guest') && (
        <p className="wrap-anywhere text-sm">
          {[
            assignee === null ? [] : [t('seesTo', { name: nameAccount(assignee.account) })],
            said[0]?.author === 'guest' ? [t('guestWrote')] : [],
          ]
            .flat()
            .join(' · ')}
        </p>
      )}
    </li>
  );
}
