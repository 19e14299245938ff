import type { Booking } from '@gudbro/guest-api/verified-stay';
import { Icon } from '@gudbro/ui/icon';
import { getLocale, getTranslations } from 'next-intl/server';
import { formatTimeOfDay } from '@/shell/property/format-time-of-day';
import { formatDayInParts } from '@/shell/words/format-day';
import { daysUntil } from './days-until';

type BeginTagProps = { booking: Booking; checkinTime: string; timezone: string };

/** When the stay begins, the first thing on the page. It looks like the tag of a room key, as the WiFi will. */
export async function BeginTag({ booking, checkinTime, timezone }: BeginTagProps) {
  const [t, property, locale] = await Promise.all([
    getTranslations('Upcoming'),
    getTranslations('Property'),
    getLocale(),
  ]);
  const { weekday, day } = formatDayInParts(booking.checkIn, locale);
  const days = daysUntil(booking.checkIn, timezone, new Date());
  return (
    <section aria-labelledby="begins" className="rounded-[1.75rem] bg-tag px-5 pt-4 pb-5 text-tag-ink">
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-2">
        <Icon name="key" className="size-6 shrink-0 text-lamp" />
        <h2 id="begins" className="wrap-anywhere grow font-display text-xl leading-snug">
          {t('begins')}
        </h2>
        {/* A stay that still has no room on its second day is shown here too. */}
        {days >= 0 && (
          <span className="rounded-full bg-lamp px-3 py-0.5 font-semibold text-lamp-ink text-sm">
            {new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day')}
          </span>
        )}
      </div>
      <p className="mt-4">
        <time dateTime={booking.checkIn}>
          <span className="block first-letter:uppercase">{weekday}</span>{' '}
          <span className="block text-balance font-display text-[2rem] leading-tight">{day}</span>
        </time>
      </p>
      <p className="mt-2 text-tag-soft">
        {property('checkInFrom')}{' '}
        <span className="inline-block font-semibold text-tag-ink">
          {formatTimeOfDay(checkinTime, locale)}
        </span>
      </p>
    </section>
  );
}
