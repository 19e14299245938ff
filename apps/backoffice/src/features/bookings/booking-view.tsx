import { Notice } from '@gudbro/ui/notice';
import { PageHeader } from '@gudbro/ui/page-header';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Place } from '@/server/place';
import { createStayWords } from '@/shell/days/format-stay';
import { BackLink } from '@/shell/list/back-link';
import { ClientTexts } from '@/shell/place/client-texts';
import { CodePlate } from '@/shell/stay/code-plate';
import { LocksCard } from '@/shell/stay/locks-card';
import { PhonesCard } from '@/shell/stay/phones-card';
import { GuestFacts, StayFacts } from './booking-facts';
import { BookingHistory } from './booking-history';
import { BookingSteps } from './booking-steps';
import { formatBed } from './format-bed';
import { GroupCard } from './group-card';
import { MailCode } from './mail-code';
import { MailsCard } from './mails-card';
import { PinCard } from './pin-card';
import type { Booking } from './queries';
import { OrdersCard, ReportsCard } from './stay-acts';

const pinSteps = new Set(['booking_pin_set', 'booking_pin_cleared']);

type BookingViewProps = {
  place: Place;
  booking: Booking;
  staysUrl: string;
  now: Date;
  /** The documents of its people. Nothing for who does not see documents. */
  documents: ReactNode;
};

/** One booking: its steps, its code and link for the guest, the stay, the guest, what they ordered and reported, the PIN and the history. */
export async function BookingView({ place, booking, staysUrl, now, documents }: BookingViewProps) {
  const [t, list, { formatStay }] = await Promise.all([
    getTranslations('Booking'),
    getTranslations('Bookings'),
    createStayWords(),
  ]);
  const { id, code, status, hasPin } = booking;
  const opens = status !== 'cancelled' && status !== 'no_show';
  return (
    <div className="space-y-6">
      <title>{booking.guestName}</title>
      <BackLink href={`/p/${place.slug}/bookings`} label={list('heading')} />
      <PageHeader
        title={booking.guestName}
        description={[
          formatBed(place, booking, list('noRoom')),
          formatStay(booking.checkIn, booking.checkOut),
        ].join(' · ')}
      />
      {/* On a phone the code comes before the details: the guest stands at the desk and scans it. */}
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem] lg:grid-rows-[auto_1fr]">
        <BookingSteps place={place} booking={booking} now={now} />
        <div className="min-w-0 space-y-6 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          {opens ? (
            <CodePlate
              label={t('codeLabel')}
              qrTitle={t('qrTitle', { code })}
              code={code}
              url={`${staysUrl}/stay/${code}`}
              note={t('withLastName', { lastName: booking.lastName })}
              placeName={place.name}
              mail={<MailCode place={place.slug} booking={booking} />}
            />
          ) : (
            <Notice>{t('opensNothing', { code })}</Notice>
          )}
          {opens && status !== 'checked_out' && (
            <ClientTexts namespaces={['Pin']}>
              <PinCard
                place={place.slug}
                id={id}
                hasPin={hasPin}
                lastStep={booking.history.find(({ action }) => pinSteps.has(action))?.id ?? null}
              />
            </ClientTexts>
          )}
        </div>
        <div className="min-w-0 space-y-6">
          <StayFacts place={place} booking={booking} />
          <GroupCard place={place} booking={booking} />
          <GuestFacts place={place} booking={booking} />
          {documents}
          <OrdersCard place={place} orders={booking.orders} />
          <ReportsCard place={place} reports={booking.reports} />
          <MailsCard place={place} mails={booking.mails} />
          <LocksCard place={place} locks={booking.locks} />
          {opens && <PhonesCard place={place} phones={booking.phones} of="booking" />}
          <BookingHistory place={place} booking={booking} />
        </div>
      </div>
    </div>
  );
}
