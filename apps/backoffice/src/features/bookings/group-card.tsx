import { Card } from '@gudbro/ui/card';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { createStayWords } from '@/shell/days/format-stay';
import { ConfirmDialog } from '@/shell/form/confirm-dialog';
import { Row, RowList } from '@/shell/list/row-list';
import { ClientTexts } from '@/shell/place/client-texts';
import { cancelGroupAction } from './actions';
import { CancelFields } from './cancel-fields';
import { formatBed } from './format-bed';
import type { Booking } from './queries';
import { StatusTag } from './status-tag';

/** The other stays that were booked together with this one, and one step that cancels all that have not begun. */
export async function GroupCard({ place, booking }: { place: Place; booking: Booking }) {
  if (booking.group.length === 0) {
    return null;
  }
  const [t, list, { formatStay }] = await Promise.all([
    getTranslations('Booking'),
    getTranslations('Bookings'),
    createStayWords(),
  ]);
  const others = booking.group.filter(({ id }) => id !== booking.id);
  const expected = booking.group.filter(({ status }) => status === 'pending' || status === 'confirmed');
  return (
    <Card title={t('groupHeading', { count: booking.group.length })} icon="people">
      <RowList>
        {others.map((other) => (
          <Row
            key={other.id}
            href={`/p/${place.slug}/bookings/${other.id}`}
            title={formatBed(place, other, list('noRoom'))}
            detail={[
              ...(other.guestName === booking.guestName ? [] : [other.guestName]),
              formatStay(other.checkIn, other.checkOut),
            ].join(' · ')}
            end={<StatusTag status={other.status} />}
          />
        ))}
      </RowList>
      <ClientTexts>
        <div className="mt-4 empty:hidden">
          <ConfirmDialog
            isOffered={expected.length > 1}
            trigger={t('cancelGroup', { count: expected.length })}
            title={t('cancelGroupTitle', { count: expected.length, name: booking.guestName })}
            confirmLabel={t('cancelGroup', { count: expected.length })}
            action={cancelGroupAction}
            hidden={{ place: place.slug, id: booking.id }}
          >
            <p>
              {t('cancelGroupText', {
                rooms: expected.map((one) => formatBed(place, one, list('noRoom'))).join(', '),
              })}
            </p>
            <CancelFields likely="guest_asked" />
          </ConfirmDialog>
        </div>
      </ClientTexts>
    </Card>
  );
}
