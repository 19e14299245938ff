import { Card } from '@gudbro/ui/card';
import { getTranslations } from 'next-intl/server';
import type { Place } from './place';

/** What there is to stay in, whoever is in it now. */
export async function RoomKinds({ rooms }: { rooms: Place['rooms'] }) {
  const t = await getTranslations('Place');
  if (rooms.length === 0) {
    return null;
  }
  return (
    <Card title={t('rooms')} icon="key">
      <ul className="-my-2 divide-y divide-line">
        {rooms.map(({ roomType, capacity, beds }) => (
          <li
            key={`${roomType} ${capacity} ${beds}`}
            className="flex flex-wrap items-baseline gap-x-4 py-3 leading-snug"
          >
            <span className="wrap-anywhere grow font-semibold">{roomType || t('room')}</span>
            <span className="text-ink-soft">
              {beds > 0 ? t('bedsEach', { beds }) : t('sleeps', { guests: capacity })}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
