import { Icon } from '@gudbro/ui/icon';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Place } from '@/server/place';
import { createStayWords } from '@/shell/days/format-stay';
import { PendingBar } from '@/shell/place/pending-bar';
import { formatBed } from './format-bed';
import { HourNote } from './hour-note';
import type { ListedBooking } from './queries';

type GuestRowProps = {
  place: Place;
  booking: ListedBooking;
  /** What is in the way, and who is late. */
  warnings: readonly string[];
  /** The guest is here since then, and waits for the room or can have it now. */
  here?: { at: string; isReady: boolean };
  /** The stay is on other days, so both of its ends are shown. */
  isToCome?: boolean;
  /** The step that is next. */
  children?: ReactNode;
};

/** What a guest of today stands in. */
export const guestRowClass = 'flex flex-wrap items-center gap-x-4 gap-y-2 py-3';

/** A guest of today: the room first, since that is what the desk looks for. */
export async function GuestRow({
  place,
  booking,
  warnings,
  here,
  isToCome = false,
  children,
}: GuestRowProps) {
  const [t, list, { formatDay, formatStay }] = await Promise.all([
    getTranslations('GuestsOfToday'),
    getTranslations('Bookings'),
    createStayWords(),
  ]);
  const { earlyFrom, lateUntil, status } = booking;
  return (
    <>
      <div className="wrap-anywhere min-w-0 grow basis-48">
        <Link
          href={`/p/${place.slug}/bookings/${booking.id}`}
          prefetch={false}
          className="inline-flex min-h-8 items-center font-semibold underline decoration-line underline-offset-4 hover:decoration-ink"
        >
          {booking.guestName}
          <PendingBar />
        </Link>
        <p className="text-ink-soft">
          {[
            formatBed(place, booking, list('noRoom')),
            isToCome
              ? formatStay(booking.checkIn, booking.checkOut)
              : t('untilDay', { day: formatDay(booking.checkOut) }),
          ].join(' · ')}
        </p>
        {here && <HourNote>{t(here.isReady ? 'hereReady' : 'hereSince', { at: here.at })}</HourNote>}
        {earlyFrom !== null && status !== 'checked_in' && (
          <HourNote>{list('early', { time: earlyFrom })}</HourNote>
        )}
        {lateUntil !== null && <HourNote>{list('late', { time: lateUntil })}</HourNote>}
        {warnings.map((warning) => (
          <p key={warning} className="mt-1 flex items-center gap-1.5 font-medium text-danger">
            <Icon name="info" className="size-4 shrink-0" />
            {warning}
          </p>
        ))}
      </div>
      {children}
    </>
  );
}
