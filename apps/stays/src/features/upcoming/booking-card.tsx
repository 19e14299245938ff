import type { Booking } from '@gudbro/guest-api/verified-stay';
import { Card } from '@gudbro/ui/card';
import { getTranslations } from 'next-intl/server';
import type { GuestView } from '@/server/stay/guest-view';
import { SignOutForm } from '@/shell/entry/sign-out-form';
import { BookingFacts } from '@/shell/property/stay-facts';

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
