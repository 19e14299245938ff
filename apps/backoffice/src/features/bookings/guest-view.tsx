import { PageHeader } from '@gudbro/ui/page-header';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { BackLink } from '@/shell/list/back-link';
import { ClientTexts } from '@/shell/place/client-texts';
import { GuestForm } from './guest-form';
import type { Booking } from './queries';

/** The screen on which the desk changes what it knows of a guest. */
export async function GuestView({ place, booking }: { place: Place; booking: Booking }) {
  const t = await getTranslations('BookingForm');
  return (
    <div className="max-w-3xl space-y-6">
      <title>{t('guestTitle')}</title>
      <BackLink href={`/p/${place.slug}/bookings/${booking.id}`} label={booking.guestName} />
      <PageHeader title={t('guestTitle')} />
      <ClientTexts namespaces={['BookingForm']}>
        <GuestForm place={place.slug} booking={booking} />
      </ClientTexts>
    </div>
  );
}
