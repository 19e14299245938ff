import { Notice } from '@gudbro/ui/notice';
import { PageHeader } from '@gudbro/ui/page-header';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { KeepShown } from '@/shell/form/keep-shown';
import { BackLink } from '@/shell/list/back-link';
import { ClientTexts } from '@/shell/place/client-texts';
import type { FreeBed } from './queries';
import { WalkInForm } from './walk-in-form';

type WalkInViewProps = {
  place: Place;
  today: string;
  beds: readonly FreeBed[];
  /** The bed and the nights that the form begins with. */
  chosen: string;
  nights: number;
};

/** The screen for a guest who stands at the desk without a booking. */
export async function WalkInView({ place, today, beds, chosen, nights }: WalkInViewProps) {
  const [t, list] = await Promise.all([getTranslations('BookingForm'), getTranslations('Bookings')]);
  return (
    <div className="max-w-xl space-y-6">
      <title>{t('walkIn')}</title>
      <BackLink href={`/p/${place.slug}/bookings`} label={list('heading')} />
      <PageHeader title={t('walkIn')} description={t('walkInIntro')} />
      {beds.length === 0 && <Notice>{t('fullTonight')}</Notice>}
      <KeepShown isOffered={beds.length > 0} of={today}>
        <ClientTexts namespaces={['BookingForm']}>
          <WalkInForm place={place} today={today} beds={beds} chosen={chosen} nights={nights} />
        </ClientTexts>
      </KeepShown>
    </div>
  );
}
