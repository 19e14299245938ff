import { Card } from '@gudbro/ui/card';
import { getTranslations } from 'next-intl/server';
import type { LangOf } from '../language/lang-of';
import type { PropertyPageData } from './property-page-schemas';

/** The kinds of rooms that the property has, free or not. */
export async function RoomKinds({
  rooms,
  langOf,
}: {
  rooms: PropertyPageData['rooms'];
  langOf: LangOf<'roomType'>;
}) {
  const t = await getTranslations('Place');
  if (rooms.length === 0) {
    return null;
  }
  return (
    <Card title={t('rooms')} icon="key">
      <ul className="-my-2 divide-y divide-line">
        {rooms.map(({ roomType, capacity, beds, translated }) => (
          <li
            key={`${roomType} ${capacity} ${beds}`}
            className="flex flex-wrap items-baseline gap-x-4 py-3 leading-snug"
          >
            <span
              lang={roomType ? langOf({ translated }, 'roomType') : undefined}
              className="wrap-anywhere grow hyphens-auto font-semibold"
            >
              {roomType || t('room')}
            </span>
            <span className="text-ink-soft">
              {beds > 0 ? t('bedsEach', { beds }) : t('sleeps', { guests: capacity })}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
