import { PageHeader } from '@gudbro/ui/page-header';
import Link from 'next/link';
import { getFormatter, getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { BackLink } from '@/shell/list/back-link';
import { ClientTexts } from '@/shell/place/client-texts';
import { ClosingCard } from './closing-card';
import { Conversation } from './conversation';
import { DueTag } from './due-tag';
import type { EarlierReport, Report } from './queries';
import { NoteForm, ReplyForm, SortForm } from './report-forms';
import { listNextSteps } from './report-rules';
import { toSortValues } from './sort-values';
import { StepButtons } from './step-buttons';
import { TeamNotes } from './team-notes';

export type ReportViewProps = {
  place: Place;
  report: Report;
  earlier: readonly EarlierReport[];
  assignees: readonly { id: string; name: string }[];
  now: Date;
};

/** One report: what is broken and where, the step to take, what was said with the guest, and what the team noted. */
export async function ReportView({ place, report, earlier, assignees, now }: ReportViewProps) {
  const [t, format] = await Promise.all([getTranslations('Reports'), getFormatter()]);
  const base = `/p/${place.slug}/reports`;
  const { id, booking, status, photos } = report;
  // A fault stays with its room where the desk said so as its guest was moved.
  const movedTo = booking !== null && booking.roomId !== report.roomId ? booking.room : null;
  const where = [
    t('room', { room: report.room.number }),
    movedTo === null && booking?.bed,
    booking?.guestName ?? t('noName'),
    movedTo !== null && t('guestMoved', { room: movedTo.number }),
    report.area?.name,
  ];
  return (
    <div className="max-w-5xl space-y-6">
      <title>{report.title}</title>
      <BackLink href={base} label={t('heading')} />
      <PageHeader title={report.title} description={where.filter(Boolean).join(' · ')} />
      <div className="flex flex-wrap items-center gap-2">
        <span className="rounded-full border border-field-line px-3 py-1 font-semibold text-sm">
          {t(`status_${status}`)}
        </span>
        <DueTag report={report} timeZone={place.timezone} now={now} />
        <span className="text-ink-soft text-sm">
          {t('reportedAgo', { ago: format.relativeTime(new Date(report.createdAt), now) })}
        </span>
      </div>
      <ClientTexts namespaces={['Reports']}>
        <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
          <div className="min-w-0 space-y-6">
            {report.description !== '' && (
              <p className="wrap-anywhere max-w-prose whitespace-pre-line text-lg leading-relaxed">
                {report.description}
              </p>
            )}
            {photos.length > 0 && <Photos base={`${base}/${id}`} count={photos.length} />}
            <StepButtons place={place.slug} id={id} steps={listNextSteps(status)} />
            <Conversation updates={report.updates} timeZone={place.timezone} />
            <ReplyForm place={place.slug} id={id} requestKey={crypto.randomUUID()} />
          </div>
          <div className="min-w-0 space-y-6">
            <SortForm place={place.slug} id={id} values={toSortValues(report)} assignees={assignees} />
            <ClosingCard place={place} report={report} now={now} />
            <section aria-labelledby="notes" className="space-y-4 rounded-2xl bg-surface p-5 shadow-lift">
              <h2 id="notes" className="font-semibold text-lg">
                {t('notes')}
              </h2>
              <TeamNotes notes={report.notes} timeZone={place.timezone} />
              <NoteForm place={place.slug} id={id} requestKey={crypto.randomUUID()} />
            </section>
            {earlier.length > 0 && (
              <section aria-labelledby="earlier" className="rounded-2xl bg-surface p-5 shadow-lift">
                <h2 id="earlier" className="mb-2 font-semibold text-lg">
                  {t('earlier', { room: report.room.number })}
                </h2>
                <ul className="divide-y divide-line">
                  {earlier.map((other) => (
                    <li key={other.id}>
                      <Link
                        href={`${base}/${other.id}`}
                        prefetch={false}
                        className="block min-h-12 py-2 hover:underline"
                      >
                        <span className="wrap-anywhere block">{other.title}</span>
                        <span className="block text-ink-soft text-sm">
                          {t(`status_${other.status}`)} ·{' '}
                          {format.relativeTime(new Date(other.createdAt), now)}
                        </span>
                      </Link>
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </div>
        </div>
      </ClientTexts>
    </div>
  );
}

async function Photos({ base, count }: { base: string; count: number }) {
  const t = await getTranslations('Reports');
  return (
    <ul className="flex flex-wrap gap-3">
      {Array.from({ length: count }, (_, index) => {
        const href = `${base}/photos/${index}`;
        return (
          <li key={index}>
            <a href={href} target="_blank" rel="noopener" className="block rounded-xl">
              <img
                src={href}
                alt={t('photo', { number: index + 1 })}
                loading="lazy"
                className="h-40 w-auto max-w-full rounded-xl bg-sunken object-cover"
              />
            </a>
          </li>
        );
      })}
    </ul>
  );
}
