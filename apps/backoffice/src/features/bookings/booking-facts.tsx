import { formatMoney } from '@gudbro/domain';
import { Card } from '@gudbro/ui/card';
import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Place } from '@/server/place';
import { countNights } from '@/shell/days/days';
import { createStayWords } from '@/shell/days/format-stay';
import { LinkButton } from '@/shell/list/link-button';
import { formatBed } from './format-bed';
import { HourNote } from './hour-note';
import { joinNames } from './people';
import type { Booking } from './queries';
import { sayOfSource } from './say-of-source';

type BookingFactsProps = { place: Place; booking: Booking };

/** The stay: room, days, and what it costs for who sees money. */
export async function StayFacts({ place, booking }: BookingFactsProps) {
  const [t, list, { formatDay }, locale, sayOf] = await Promise.all([
    getTranslations('Booking'),
    getTranslations('Bookings'),
    createStayWords(),
    getLocale(),
    sayOfSource(),
  ]);
  const { checkIn, checkOut, earlyFrom, lateUntil, price, status } = booking;
  const mayMove = ['pending', 'confirmed', 'checked_in'].includes(status);
  return (
    <Card title={t('stayHeading')} icon="bed">
      <Facts>
        <Fact label={t('room')}>
          {booking.roomId === null ? (
            <span className="font-semibold">{list('noRoom')}</span>
          ) : (
            <Link
              href={`/p/${place.slug}/rooms/${booking.roomId}`}
              prefetch={false}
              className="inline-flex min-h-12 items-center font-semibold underline"
            >
              {formatBed(place, booking)}
            </Link>
          )}
          {booking.roomType && <span className="text-ink-soft"> · {booking.roomType}</span>}
        </Fact>
        <Fact label={t('arrival')}>
          {formatDay(checkIn)}
          {earlyFrom !== null && <HourNote>{list('early', { time: earlyFrom })}</HourNote>}
        </Fact>
        <Fact label={t('departure')}>
          {formatDay(checkOut)}
          <span className="text-ink-soft">
            {' '}
            · {list('nights', { count: countNights(checkIn, checkOut) })}
          </span>
          {lateUntil !== null && <HourNote>{list('late', { time: lateUntil })}</HourNote>}
        </Fact>
        {price !== undefined && (
          <Fact label={t('total')}>
            {price === null ? t('noPrice') : formatMoney(price.totalMinor, price.currency, locale)}
          </Fact>
        )}
        <Fact label={t('source')}>{sayOf(booking.source)}</Fact>
        {booking.externalUid !== null && <Fact label={t('externalUid')}>{booking.externalUid}</Fact>}
      </Facts>
      {mayMove && (
        <div className="mt-4 flex flex-wrap gap-3">
          <LinkButton href={`/p/${place.slug}/bookings/${booking.id}/move`} variant="secondary">
            {status === 'checked_in' ? t('changeDeparture') : t('move')}
          </LinkButton>
          <LinkButton href={`/p/${place.slug}/calendar?from=${checkIn}&stay=${booking.id}`} variant="quiet">
            {t('inCalendar')}
          </LinkButton>
        </div>
      )}
    </Card>
  );
}

/** The guest: how many they are, how to reach them, and what the desk noted. */
export async function GuestFacts({ place, booking }: BookingFactsProps) {
  const t = await getTranslations('Booking');
  const { phone, email, notes, people } = booking;
  const adults = joinNames(people, { isChild: false });
  const children = joinNames(people, { isChild: true });
  return (
    <Card title={t('guestHeading')} icon="people">
      <Facts>
        <Fact label={t('lastName')}>{booking.lastName}</Fact>
        <Fact label={t('guests')}>{booking.guestCount}</Fact>
        {adults !== '' && (
          <Fact label={t('adults')}>
            <span className="whitespace-pre-line">{adults}</span>
          </Fact>
        )}
        {children !== '' && (
          <Fact label={t('children')}>
            <span className="whitespace-pre-line">{children}</span>
          </Fact>
        )}
        {phone && (
          <Fact label={t('phone')}>
            <a
              href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}
              className="inline-flex min-h-12 items-center underline"
            >
              {phone}
            </a>
          </Fact>
        )}
        {email && (
          <Fact label={t('email')}>
            <a href={`mailto:${email}`} className="inline-flex min-h-12 items-center underline">
              {email}
            </a>
          </Fact>
        )}
        {notes !== '' && (
          <Fact label={t('notes')}>
            <span className="whitespace-pre-line">{notes}</span>
          </Fact>
        )}
      </Facts>
      <div className="mt-4">
        <LinkButton href={`/p/${place.slug}/bookings/${booking.id}/guest`} variant="secondary">
          {t('changeGuest')}
        </LinkButton>
      </div>
    </Card>
  );
}

function Facts({ children }: { children: ReactNode }) {
  return <dl className="divide-y divide-line">{children}</dl>;
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 py-1">
      <dt className="text-ink-soft">{label}</dt>
      <dd className="wrap-anywhere min-w-0">{children}</dd>
    </div>
  );
}
