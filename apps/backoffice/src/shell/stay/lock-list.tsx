import { formatRoomLabel } from '@gudbro/domain';
import { getFormatter, getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { ClientTexts } from '../place/client-texts';
import { LiftLock } from './lift-lock';
import type { Lock } from './stay-schemas';

/** Who is locked out by wrong answers, each with the way to let them in. Of an address nobody reads which one it is. */
export async function LockList({ place, locks }: { place: Place; locks: readonly Lock[] }) {
  const [t, format] = await Promise.all([getTranslations('Locks'), getFormatter()]);
  return (
    <ClientTexts namespaces={['Locks']}>
      <ul className="divide-y divide-line">
        {locks.map((lock) => {
          const { roomId, roomNumber, bookingId, locked, guestName, count, until } = lock;
          const room = roomNumber === null ? null : formatRoomLabel(place.shortCode, roomNumber);
          const name = guestName ?? '';
          return (
            <li
              key={`${roomId} ${bookingId} ${locked} ${name}`}
              className="flex flex-wrap items-center justify-between gap-3 py-3"
            >
              <div className="wrap-anywhere min-w-0 grow basis-56">
                <p className="font-semibold">{t(`locked_${locked}`, { count, name })}</p>
                <p className="text-ink-soft">
                  {[
                    room === null
                      ? t('byBookingWithoutRoom', { name })
                      : bookingId === null
                        ? t('byRoom', { room })
                        : t('byBooking', { name, room }),
                    t('until', {
                      at: format.dateTime(new Date(until), {
                        weekday: 'short',
                        hour: 'numeric',
                        minute: 'numeric',
                        timeZone: place.timezone,
                      }),
                    }),
                  ].join(' · ')}
                </p>
              </div>
              <LiftLock
                place={place.slug}
                code={bookingId === null ? 'room' : 'booking'}
                id={bookingId ?? roomId ?? ''}
                name={room === null ? t('liftNameWithoutRoom', { name }) : t('liftName', { room })}
              />
            </li>
          );
        })}
      </ul>
    </ClientTexts>
  );
}
