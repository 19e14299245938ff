import { Card } from '@gudbro/ui/card';
import { Icon } from '@gudbro/ui/icon';
import { getFormatter, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Place } from '@/server/place';
import { createStayWords } from '@/shell/days/format-stay';
import { EmptyList } from '@/shell/list/empty-list';
import { LinkButton } from '@/shell/list/link-button';
import { SettlingList } from '@/shell/list/settling-list';
import { ClientTexts } from '@/shell/place/client-texts';
import { LocksCard } from '@/shell/stay/locks-card';
import { CheckInStep } from './check-in-step';
import { GuestRow, guestRowClass } from './guest-row';
import { findNextOverdueMs, isOverdue } from './overdue';
import type { GuestsOfToday, ListedBooking } from './queries';
import { RefreshAfter } from './refresh-after';
import { sortArrivals, sortByRoom } from './sort-by-room';
import { StepButton } from './step-button';

type GuestsOfTodayViewProps = { place: Place; guests: GuestsOfToday };

/** Who is late depends on the hour. */
type AtTime = GuestsOfTodayViewProps & { now: Date };

/** Between those who leave and those who stay: the rooms that have to be cleaned. */
type WithRooms = AtTime & { children: ReactNode };

/** Who arrives, who leaves and who stays today, each one tap from the check-in or check-out. */
export async function GuestsOfTodayView({ place, guests, now, children }: WithRooms) {
  const t = await getTranslations('GuestsOfToday');
  const base = `/p/${place.slug}/bookings`;
  const { requests, departures, staying } = guests;
  const isEmpty = [requests, guests.arrivals, departures, staying].every(({ length }) => length === 0);
  const ways = (
    <>
      <LinkButton href={`${base}/walk-in`}>{t('walkIn')}</LinkButton>
      <LinkButton href={`${base}/new`} variant="secondary">
        {t('newBooking')}
      </LinkButton>
      <LinkButton href={base} variant="quiet">
        {t('allBookings')}
      </LinkButton>
    </>
  );
  if (isEmpty) {
    return (
      <>
        <EmptyList icon="calendar" title={t('noGuests')} text={t('noGuestsText')}>
          {ways}
        </EmptyList>
        <LocksCard place={place} locks={guests.locks} />
        {children}
      </>
    );
  }
  return (
    <ClientTexts>
      <div className="flex flex-wrap gap-3">{ways}</div>
      <LocksCard place={place} locks={guests.locks} />
      {requests.length > 0 && <Requests place={place} guests={guests} />}
      <Arrivals place={place} guests={guests} />
      <Departures place={place} guests={guests} now={now} />
      {children}
      {staying.length > 0 && <Staying place={place} guests={guests} />}
    </ClientTexts>
  );
}

type GuestListProps = {
  bookings: readonly ListedBooking[];
  render: (booking: ListedBooking) => ReactNode;
};

/** Guests of today, each of whom leaves the list by the step beside them. */
function GuestList({ bookings, render }: GuestListProps) {
  return (
    <SettlingList
      className="divide-y divide-line"
      rowClassName={guestRowClass}
      rows={bookings.map((booking) => ({ key: booking.id, row: render(booking) }))}
    />
  );
}

async function Requests({ place, guests: { requests } }: GuestsOfTodayViewProps) {
  const t = await getTranslations('GuestsOfToday');
  return (
    <Card title={`${t('requests')} · ${requests.length}`} icon="bell">
      <GuestList
        bookings={requests}
        render={(booking) => (
          <GuestRow place={place} booking={booking} warnings={[]} isToCome>
            <StepButton
              place={place.slug}
              id={booking.id}
              step="confirm"
              label={t('confirm')}
              name={t('confirmName', { name: booking.guestName })}
            />
          </GuestRow>
        )}
      />
    </Card>
  );
}

async function Arrivals({ place, guests: { arrivals, obstacles, arrived, today } }: GuestsOfTodayViewProps) {
  const [t, format, { formatDay }] = await Promise.all([
    getTranslations('GuestsOfToday'),
    getFormatter(),
    createStayWords(),
  ]);
  const formatTime = (at: string) => format.dateTime(new Date(at), 'time', { timeZone: place.timezone });
  const expected = sortArrivals(
    arrivals.filter(({ status }) => status === 'confirmed'),
    ({ id, checkIn }) => ({
      isHere: arrived[id] !== undefined,
      isBlocked: checkIn < today || (obstacles[id] ?? null) !== null,
    }),
  );
  return (
    <Card title={`${t('arrivals')} · ${expected.length}`} icon="key">
      {expected.length === 0 && <p className="text-ink-soft">{t('noArrivals')}</p>}
      <GuestList
        bookings={expected}
        render={(booking) => {
          const obstacle = obstacles[booking.id] ?? null;
          const since = arrived[booking.id];
          return (
            <GuestRow
              place={place}
              booking={booking}
              {...(since === undefined
                ? {}
                : { here: { at: formatTime(since), isReady: obstacle === null } })}
              warnings={[
                ...(booking.checkIn < today && since === undefined
                  ? [t('lateSince', { day: formatDay(booking.checkIn) })]
                  : []),
                ...(obstacle === null ? [] : [t(`room_${obstacle}`)]),
              ]}
            >
              <CheckInStep
                place={place.slug}
                booking={booking}
                obstacle={obstacle}
                hasArrived={since !== undefined}
              />
            </GuestRow>
          );
        }}
      />
    </Card>
  );
}

async function Departures({ place, guests: { departures, leavesAt, today }, now }: AtTime) {
  const [t, { formatDay, formatHour }] = await Promise.all([
    getTranslations('GuestsOfToday'),
    createStayWords(),
  ]);
  const nextMs = findNextOverdueMs(Object.values(leavesAt), now);
  const describeDelay = ({ id, checkOut }: ListedBooking) => {
    const at = leavesAt[id];
    if (at === undefined || !isOverdue(at, now)) {
      return [];
    }
    return [
      checkOut < today
        ? t('shouldLeave', { day: formatDay(checkOut) })
        : t('shouldLeaveAt', { time: formatHour(at, place.timezone) }),
    ];
  };
  return (
    <Card title={`${t('departures')} · ${departures.length}`} icon="arrow">
      {departures.length === 0 && <p className="text-ink-soft">{t('noDepartures')}</p>}
      <GuestList
        bookings={sortByRoom(departures)}
        render={(booking) => (
          <GuestRow place={place} booking={booking} warnings={describeDelay(booking)}>
            <StepButton
              place={place.slug}
              id={booking.id}
              step="check_out"
              label={t('checkOut')}
              name={t('checkOutName', { name: booking.guestName })}
            />
          </GuestRow>
        )}
      />
      {nextMs !== null && <RefreshAfter milliseconds={nextMs} />}
    </Card>
  );
}

async function Staying({ place, guests: { staying } }: GuestsOfTodayViewProps) {
  const t = await getTranslations('GuestsOfToday');
  return (
    <details className="group rounded-2xl bg-surface shadow-lift">
      <summary className="flex min-h-14 cursor-pointer list-none items-center gap-2.5 px-5 font-display text-xl sm:px-6 [&::-webkit-details-marker]:hidden">
        <Icon name="bed" className="size-5 shrink-0 text-accent" />
        <span className="grow">{t('staying', { count: staying.length })}</span>
        <Icon name="chevron" className="size-5 shrink-0 text-ink-soft group-open:rotate-180" />
      </summary>
      <div className="px-5 pb-5 sm:px-6">
        <GuestList
          bookings={sortByRoom(staying)}
          render={(booking) => <GuestRow place={place} booking={booking} warnings={[]} />}
        />
        <LinkButton href={`/p/${place.slug}/bookings?view=in_house`} variant="quiet">
          {t('all')}
        </LinkButton>
      </div>
    </details>
  );
}
