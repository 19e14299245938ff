import { Card } from '@gudbro/ui/card';
import { getTranslations } from 'next-intl/server';
import type { GuestView } from '../dashboard/guest-view';
import { BookingFacts } from '../dashboard/stay-facts';
import { SignOutForm } from '../session/sign-out-form';
import type { Booking } from '../verification/verified-stay';

/** The booking's dates and code, and the way to sign out. */
export async function BookingCard({ booking, room }: Pick<GuestView, 'room'> & { booking: Booking }) {
  const t = await getTranslations('Stay');
  return (
    <Card title={t('title')} icon="key">
      <BookingFacts booking={booking} room={room} />
      <div className="mt-3 border-line border-t pt-3">
        <SignOutForm />
      </div>
    </Card>
  );
}
