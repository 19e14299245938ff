import { PageHeader } from '@gudbro/ui/page-header';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { countNights } from '@/shell/days/days';
import { KeepShown } from '@/shell/form/keep-shown';
import { BackLink } from '@/shell/list/back-link';
import { ClientTexts } from '@/shell/place/client-texts';
import { GroupForm } from './group-form';
import { NightsForm } from './nights-form';
import type { FreeBed } from './queries';

type GroupViewProps = {
  place: Place;
  from: string;
  to: string;
  today: string;
  /** Null where the days in the address are no nights. */
  nights: { checkIn: string; checkOut: string } | null;
  beds: readonly FreeBed[];
};

/** The screen of a group: the nights, then the rooms that are free in them, then the one name for all. */
export async function GroupView({ place, from, to, today, nights, beds }: GroupViewProps) {
  const [t, list] = await Promise.all([getTranslations('BookingForm'), getTranslations('Bookings')]);
  return (
    <div className="max-w-3xl space-y-6">
      <title>{t('groupTitle')}</title>
      <BackLink href={`/p/${place.slug}/bookings`} label={list('heading')} />
      <PageHeader title={t('groupTitle')} description={t('groupIntro')} />
      <NightsForm
        from={from}
        to={to}
        error={nights === null ? t('noNights') : null}
        note={to < today ? t('pastDays') : null}
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
        <KeepShown isOffered={beds.length > 1} of={`${from}/${to}`}>
          <ClientTexts namespaces={['BookingForm']}>
            <GroupForm
              // Other nights have other rooms: what was ticked is not theirs.
              key={`${from}/${to}`}
              place={place}
              nights={nights}
              beds={beds}
              requestKey={crypto.randomUUID()}
            />
          </ClientTexts>
        </KeepShown>
      )}
    </div>
  );
}
