import { getTranslations } from 'next-intl/server';
import type { PropertyWithRooms } from './group-rooms';
import { InactiveTag } from './inactive-tag';
import { RoomTile } from './room-tile';

/** A property and its rooms. */
export async function PropertyRooms({ property, rooms }: PropertyWithRooms) {
  const t = await getTranslations('Rooms');
  const facts = [
    t(`type_${property.type}`),
    property.shortCode,
    t('roomCount', { count: rooms.length }),
    ...(property.role === null ? [] : [t(`role_${property.role}`)]),
  ];
  return (
    <section
      aria-labelledby={`property-${property.id}`}
      className="border-line border-t pt-6 lg:grid lg:grid-cols-[16rem_1fr] lg:gap-8 lg:pt-8"
    >
      <div className="mb-4 lg:pt-2">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2
            id={`property-${property.id}`}
            className="min-w-0 break-words font-display text-2xl leading-snug"
          >
            {property.name}
          </h2>
          {!property.isActive && <InactiveTag />}
        </div>
        <p className="text-ink-soft">{facts.join(' · ')}</p>
      </div>
      {rooms.length === 0 ? (
        <p className="rounded-2xl border border-field-line border-dashed p-5 text-ink-soft">{t('noRooms')}</p>
      ) : (
        <ul className="grid gap-3 sm:grid-cols-2">
          {rooms.map((room) => (
            <RoomTile key={room.id} room={room} shortCode={property.shortCode} />
          ))}
        </ul>
      )}
    </section>
  );
}
