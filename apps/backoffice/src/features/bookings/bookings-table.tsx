import Link from 'next/link';
import { getFormatter, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { RoomTypeName } from '@/server/list-room-type-names';
import type { Place } from '@/server/place';
import { countNights } from '@/shell/days/days';
import { createStayWords } from '@/shell/days/format-stay';
import { PendingBar } from '@/shell/place/pending-bar';
import type { Column } from './columns';
import { formatBed } from './format-bed';
import type { ListedBooking } from './queries';
import { sayOfSource } from './say-of-source';
import { StatusTag } from './status-tag';

type BookingsTableProps = {
  place: Place;
  bookings: readonly ListedBooking[];
  roomTypes: readonly RoomTypeName[];
  columns: readonly Column[];
};

/**
 * The bookings of a list. A wide window has a column for each fact that the person chose; a narrow one has the room and the days
 * below the guest instead.
 */
export async function BookingsTable({ place, bookings, roomTypes, columns }: BookingsTableProps) {
  const [t, labels, sayOf, format, { formatDay, formatStay }] = await Promise.all([
    getTranslations('Bookings'),
    columnLabels(),
    sayOfSource(),
    getFormatter(),
    createStayWords(),
  ]);
  const typeNames = new Map(roomTypes.map(({ id, name }) => [id, name]));
  const cells: Record<Column, (booking: ListedBooking) => ReactNode> = {
    room: (booking) => formatBed(place, booking, t('noRoom')),
    type: ({ roomTypeId }) => typeNames.get(roomTypeId ?? ''),
    arrival: ({ checkIn }) => formatDay(checkIn),
    departure: ({ checkOut }) => formatDay(checkOut),
    nights: ({ checkIn, checkOut }) => countNights(checkIn, checkOut),
    guests: ({ guestCount }) => guestCount,
    source: ({ source }) => sayOf(source),
    externalUid: ({ externalUid }) => externalUid,
    code: ({ code }) => <span className="whitespace-nowrap">{code}</span>,
    bookedOn: ({ createdAt }) =>
      format.dateTime(new Date(createdAt), { dateStyle: 'medium', timeZone: place.timezone }),
  };
  return (
    <div className="overflow-hidden rounded-2xl bg-surface shadow-lift">
      <table className="w-full border-collapse text-left">
        <thead className="max-xl:sr-only">
          <tr className="border-b border-line text-sm text-ink-soft">
            <th scope="col" className="py-2.5 pr-3 pl-5 font-semibold">
              {t('guestColumn')}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className={`px-3 py-2.5 font-semibold ${classOf(column)}`}>
                {labels(column)}
              </th>
            ))}
            <th scope="col" className="py-2.5 pr-5 pl-3 font-semibold">
              {t('statusColumn')}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {bookings.map((booking) => (
            <tr key={booking.id} className="hover:bg-sunken">
              <th scope="row" className="wrap-anywhere p-0 font-normal">
                <Link
                  href={`/p/${place.slug}/bookings/${booking.id}`}
                  prefetch={false}
                  className="flex min-h-16 flex-col justify-center py-3 pr-3 pl-4 sm:pl-5 focus-visible:-outline-offset-3 xl:min-h-14"
                >
                  <span className="flex flex-wrap items-center justify-between gap-x-3">
                    <span className="font-semibold">{booking.guestName}</span>
                    <span className="sm:hidden">
                      <StatusTag status={booking.status} />
                    </span>
                  </span>
                  <span className="text-ink-soft xl:hidden">
                    {[
                      formatBed(place, booking, t('noRoom')),
                      formatStay(booking.checkIn, booking.checkOut),
                      t('nights', { count: countNights(booking.checkIn, booking.checkOut) }),
                    ].join(' · ')}
                  </span>
                  {booking.inGroup && <span className="text-sm text-ink-soft">{t('inGroup')}</span>}
                  <PendingBar />
                </Link>
              </th>
              {columns.map((column) => (
                <td key={column} className={`px-3 py-3 max-xl:hidden ${classOf(column)}`}>
                  {cells[column](booking)}
                </td>
              ))}
              <td className="py-3 pr-5 pl-3 max-xl:text-right max-sm:hidden">
                <StatusTag status={booking.status} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Numbers stand below each other by their last digit. */
const classOf = (column: Column) =>
  column === 'nights' || column === 'guests' ? 'text-right tabular-nums' : 'wrap-anywhere';

/** The columns by the names that a booking and its file have for them. */
export async function columnLabels(): Promise<(column: Column) => string> {
  const [t, booking] = await Promise.all([getTranslations('Bookings'), getTranslations('Booking')]);
  const labels: Record<Column, string> = {
    room: booking('room'),
    type: booking('roomType'),
    arrival: booking('arrival'),
    departure: booking('departure'),
    nights: t('nightsColumn'),
    guests: booking('guests'),
    source: booking('source'),
    externalUid: booking('externalUid'),
    code: booking('codeLabel'),
    bookedOn: booking('bookedOn'),
  };
  return (column) => labels[column];
}
