import { Card } from '@gudbro/ui/card';
import { Notice } from '@gudbro/ui/notice';
import { getFormatter, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { SignOutForm } from '../session/sign-out-form';
import { ActionRow } from './action-row';
import type { GuestView, OwnStay } from './guest-view';

type StayCardProps = { stay: OwnStay } & Pick<GuestView, 'property'>;

/** One's own stay: when it ends, and what can be done in it. */
export async function StayCard({ stay, property }: StayCardProps) {
  const t = await getTranslations('Stay');
  return (
    <Card title={t('title')} icon="key" id="stay">
      {stay.state !== 'live' && (
        <div className="mb-4">
          <Notice icon="info">{stay.state === 'pending' ? t('pending') : t('endedNotice')}</Notice>
        </div>
      )}
      {stay.booking ? <BookingFacts booking={stay.booking} /> : null}
      {stay.session ? <SessionFacts session={stay.session} timezone={property.timezone} /> : null}
      {stay.state !== 'pending' && (
        <div className="mt-3 divide-y divide-line">
          <ActionRow icon="cart" action={{ name: 'orders' }}>
            {t('orders')}
          </ActionRow>
          {stay.state === 'live' && (
            <ActionRow icon="wrench" action={{ name: 'report' }}>
              {t('report')}
            </ActionRow>
          )}
          <ActionRow icon="chat" action={{ name: 'incidents' }}>
            {t('incidents')}
          </ActionRow>
        </div>
      )}
      <div className="mt-3 border-line border-t pt-3">
        <SignOutForm />
      </div>
    </Card>
  );
}

async function BookingFacts({ booking }: { booking: NonNullable<OwnStay['booking']> }) {
  const t = await getTranslations('Stay');
  const format = await getFormatter();
  // Calendar dates, not instants: noon UTC is the same day in every format's zone.
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
    </dl>
  );
}

async function SessionFacts({
  session,
  timezone,
}: {
  session: NonNullable<OwnStay['session']>;
  timezone: string;
}) {
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
      <Fact label={t('validUntil')}>{until}</Fact>
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-ink-soft text-sm">{label}</dt>
      <dd className="wrap-anywhere font-semibold leading-snug">{children}</dd>
    </div>
  );
}
