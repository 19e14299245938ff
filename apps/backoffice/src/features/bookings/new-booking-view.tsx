import { PageHeader } from '@gudbro/ui/page-header';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { countNights } from '@/shell/days/days';
import { KeepShown } from '@/shell/form/keep-shown';
import { BackLink } from '@/shell/list/back-link';
import { LinkButton } from '@/shell/list/link-button';
import { ClientTexts } from '@/shell/place/client-texts';
import { BookingForm } from './booking-form';
import { NightsForm } from './nights-form';
import type { FreeBed } from './queries';

type NewBookingViewProps = {
  place: Place;
  from: string;
  to: string;
  today: string;
  /** Null where the days in the address are no nights. */
  nights: { checkIn: string; checkOut: string } | null;
  beds: readonly FreeBed[];
  /** The bed that the form begins with. */
  chosen: string;
};

/** The screen of a new booking: the nights, then a room that is free in them, then the guest. */
export async function NewBookingView({ place, from, to, today, nights, beds, chosen }: NewBookingViewProps) {
  const [t, list] = await Promise.all([getTranslations('BookingForm'), getTranslations('Bookings')]);
  return (
    <div className="max-w-3xl space-y-6">
      <title>{t('newTitle')}</title>
      <BackLink href={`/p/${place.slug}/bookings`} label={list('heading')} />
      <PageHeader
        title={t('newTitle')}
        actions={
          <LinkButton
            href={`/p/${place.slug}/bookings/group?${new URLSearchParams({ from, to })}`}
            variant="secondary"
          >
            {t('groupTitle')}
          </LinkButton>
        }
      />
      <NightsForm
        from={from}
        to={to}
        error={nights === null ? t('noNights') : null}
        note={to < today ? t('pastNights') : null}
      />
      {nights !== null && (
        <p className="text-ink-soft" role="status">
          {t('freeRooms', {
            count: beds.length,
            nights: countNights(nights.checkIn, nights.checkOut),
          })}
        </p>
      )}
      {nights !== null && (
        <KeepShown isOffered={beds.length > 0} of={`${from}/${to}`}>
          <ClientTexts namespaces={['BookingForm']}>
            <BookingForm place={place} nights={nights} beds={beds} chosen={chosen} />
          </ClientTexts>
        </KeepShown>
      )}
    </div>
  );
}
