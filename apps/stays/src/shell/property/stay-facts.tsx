import { formatMoney } from '@gudbro/domain';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { GuestView, OwnStay } from '@/server/stay/guest-view';

type Room = Pick<GuestView, 'room'>;

export async function BookingFacts({ booking, room }: Room & { booking: NonNullable<OwnStay['booking']> }) {
  const t = await getTranslations('Stay');
  const [format, locale] = await Promise.all([getFormatter(), getLocale()]);
  const { totalMinor, currency } = booking;
  // These are calendar dates: noon, formatted in UTC, shows the same day wherever the server runs.
  const day = (date: string) =>
    format.dateTime(new Date(`${date}T12:00:00Z`), {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      timeZone: 'UTC',
    });
  return (
    <dl className="grid grid-cols-2 gap-x-4 gap-y-3">
      <Fact label={t('checkIn')}>{day(booking.checkIn)}</Fact>
      <Fact label={t('checkOut')}>{day(booking.checkOut)}</Fact>
      <Fact label={t('length')}>{t('nights', { nights: booking.nights })}</Fact>
      <Fact label={t('code')}>
        <span className="font-mono" translate="no">
          {booking.code}
        </span>
      </Fact>
      <RoomFact number={room.number} />
      {totalMinor !== null && currency !== null && (
        <Fact label={t('price')}>{formatMoney(totalMinor, currency, locale)}</Fact>
      )}
    </dl>
  );
}

type SessionFactsProps = Room & { session: NonNullable<OwnStay['session']>; timezone: string };

export async function SessionFacts({ session, room, timezone }: SessionFactsProps) {
  const t = await getTranslations('Stay');
  const format = await getFormatter();
  const until = format.dateTime(new Date(session.expiresAt), {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: timezone,
  });
  return (
    <dl className="grid grid-cols-2 gap-x-4 gap-y-3">
      <Fact label={t('accessCode')}>
        <span className="font-mono" translate="no">
          {session.code}
        </span>
      </Fact>
      <RoomFact number={room.number} />
      <Fact label={t('validUntil')}>{until}</Fact>
    </dl>
  );
}

async function RoomFact({ number }: { number: string }) {
  const t = await getTranslations('Room');
  return <Fact label={t('room')}>{number === '' ? t('roomToCome') : number}</Fact>;
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-ink-soft text-sm">{label}</dt>
      <dd className="wrap-anywhere font-semibold leading-snug">{children}</dd>
    </div>
  );
}
