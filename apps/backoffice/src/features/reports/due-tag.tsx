import { Icon } from '@gudbro/ui/icon';
import { getFormatter, getTranslations } from 'next-intl/server';
import { readDue } from './report-rules';

type DueTagProps = {
  report: Parameters<typeof readDue>[0];
  timeZone: string;
  now: Date;
};

const looks = {
  ahead: { icon: 'clock', className: 'bg-sunken text-ink' },
  soon: { icon: 'clock', className: 'bg-lamp text-lamp-ink' },
  missed: { icon: 'bell', className: 'bg-danger text-danger-surface' },
} as const;

/** Until when a report should be resolved, and by colour, icon and word how near that is. */
export async function DueTag({ report, timeZone, now }: DueTagProps) {
  const [t, format] = await Promise.all([getTranslations('Reports'), getFormatter()]);
  const due = readDue(report, now);
  if (due === 'none') {
    return null;
  }
  const date = new Date(report.dueAt);
  const dayOf = (day: Date) => format.dateTime(day, { dateStyle: 'short', timeZone });
  const time = format.dateTime(date, dayOf(date) === dayOf(now) ? 'time' : 'dayAndTime', { timeZone });
  const { icon, className } = looks[due];
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-full px-3 py-1 font-semibold text-sm tabular-nums ${className}`}
    >
      <Icon name={icon} className="size-4 shrink-0" />
      {t(`due_${due}`, { time })}
    </span>
  );
}
