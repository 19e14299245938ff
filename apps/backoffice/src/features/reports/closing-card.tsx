import { Icon } from '@gudbro/ui/icon';
import { getFormatter, getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { LinkButton } from '@/shell/list/link-button';
import { CloseRoomForm } from './close-room-form';
import type { Report } from './queries';

type ClosingCardProps = { place: Place; report: Report; now: Date };

/** Whether the defect closes its room, and the way to close it. What is closed is opened on the room, or in the calendar. */
export async function ClosingCard({ place, report, now }: ClosingCardProps) {
  const [t, format] = await Promise.all([getTranslations('Reports'), getFormatter()]);
  const { id, closesRoom, block, room, roomId, status } = report;
  const hasEnded = status === 'resolved' || status === 'closed';
  if (hasEnded && !closesRoom && block === null) {
    return null;
  }
  const formatDay = (day: string) =>
    format.dateTime(new Date(`${day}T12:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' });
  const states = [
    ...(closesRoom ? [t('isOutOfOrder', { room: room.number })] : []),
    ...(block === null
      ? []
      : [t('isBlocked', { room: room.number, from: formatDay(block.from), until: formatDay(block.until) })]),
  ];
  return (
    <section aria-labelledby="closing" className="space-y-4 rounded-2xl bg-surface p-5 shadow-lift">
      <h2 id="closing" className="font-semibold text-lg">
        {t('closing', { room: room.number })}
      </h2>
      {states.length > 0 ? (
        <>
          <ul className="space-y-2">
            {states.map((state) => (
              <li key={state} className="flex gap-2 font-medium text-danger">
                <Icon name="wrench" className="mt-1 size-4 shrink-0" />
                <span className="wrap-anywhere min-w-0">{state}</span>
              </li>
            ))}
          </ul>
          <LinkButton href={`/p/${place.slug}/rooms/${roomId}`} variant="secondary">
            {t('openRoom', { room: room.number })}
          </LinkButton>
        </>
      ) : (
        <>
          <p className="text-pretty text-ink-soft">{t('closingHint')}</p>
          {/* Sweden writes days as 2026-11-27. */}
          <CloseRoomForm
            place={place.slug}
            id={id}
            today={now.toLocaleDateString('sv-SE', { timeZone: place.timezone })}
          />
        </>
      )}
    </section>
  );
}
