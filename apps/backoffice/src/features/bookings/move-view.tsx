import { Notice } from '@gudbro/ui/notice';
import { PageHeader } from '@gudbro/ui/page-header';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { BackLink } from '@/shell/list/back-link';
import { ClientTexts } from '@/shell/place/client-texts';
import { MoveForm } from './move-form';
import { NightsForm } from './nights-form';
import type { Booking, FreeBed } from './queries';

type MoveViewProps = {
  place: Place;
  booking: Booking;
  from: string;
  to: string;
  nights: { checkIn: string; checkOut: string } | null;
  beds: readonly FreeBed[];
};

/** The screen that gives a booking other nights or another room. */
export async function MoveView({ place, booking, from, to, nights, beds }: MoveViewProps) {
  const t = await getTranslations('BookingForm');
  const isHere = booking.status === 'checked_in';
  const title = isHere ? t('departureTitle') : t('moveTitle');
  return (
    <div className="max-w-3xl space-y-6">
      <title>{title}</title>
      <BackLink href={`/p/${place.slug}/bookings/${booking.id}`} label={booking.guestName} />
      <PageHeader title={title} description={t('priceStays')} />
      {!isHere && (
        <NightsForm
          from={from}
          to={to}
          error={nights === null ? t('noNights') : null}
          note={to < booking.today ? t('pastDays') : null}
        />
      )}
      {nights !== null && beds.length === 0 && !isHere && <Notice>{t('nothingFree')}</Notice>}
      {nights !== null && (beds.length > 0 || isHere) && (
        <ClientTexts namespaces={['BookingForm']}>
          <MoveForm
            key={`${nights.checkIn}/${nights.checkOut}`}
            place={place}
            booking={booking}
            nights={nights}
            beds={beds}
          />
        </ClientTexts>
      )}
    </div>
  );
}
