import { formatMoney } from '@gudbro/domain';
import type { RoomKind, ShownPicture } from '@gudbro/guest-api/property-page-schemas';
import { Card } from '@gudbro/ui/card';
import { getLocale, getTranslations } from 'next-intl/server';
import type { LangOf } from '@/shell/language/lang-of';
import { Picture } from '@/shell/property/picture';

type RoomTypesProps = {
  rooms: RoomKind[];
  currency: string;
  langOf: LangOf;
};

/** The types of rooms that the property has, free or not: pictures, text, how many they sleep, and from which price. */
export async function RoomTypes({ rooms, currency, langOf }: RoomTypesProps) {
  const t = await getTranslations('Place');
  if (rooms.length === 0) {
    return null;
  }
  return (
    <Card title={t('rooms')} icon="key" id="rooms">
      <ul className="-mb-4 divide-y divide-line">
        {rooms.map((room) => (
          <li
            key={`${room.roomType} ${room.capacity} ${room.beds}`}
            className="grid gap-x-5 gap-y-3 py-5 first:pt-1 sm:grid-cols-[minmax(0,13rem)_minmax(0,1fr)] sm:has-[>:only-child]:grid-cols-1"
          >
            <Pictures pictures={room.pictures} langOf={langOf} />
            <RoomTypeText room={room} currency={currency} langOf={langOf} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

type PicturesProps = { pictures: readonly ShownPicture[]; langOf: LangOf };

/** The pictures of a type in a row that is swiped, each with what it shows. */
async function Pictures({ pictures, langOf }: PicturesProps) {
  const t = await getTranslations('Property');
  if (pictures.length === 0) {
    return null;
  }
  return (
    // A list that scrolls is reached by keyboard, so it has a name.
    <ul
      aria-label={t('pictures')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: without it, a keyboard could not scroll the row
      tabIndex={0}
      className="flex snap-x snap-mandatory gap-2 overflow-x-auto rounded-2xl focus-visible:outline-3 focus-visible:outline-focus"
    >
      {pictures.map((picture) => (
        <li
          key={picture.path}
          className={`shrink-0 snap-start ${pictures.length > 1 ? 'w-11/12' : 'w-full'}`}
        >
          <Picture
            path={picture.path}
            alt={picture.alt}
            lang={picture.alt === '' ? undefined : langOf(picture, 'alt')}
            sizes="(min-width: 640px) 13rem, 100vw"
            width={1200}
            height={800}
            loading="lazy"
            className="aspect-3/2 w-full rounded-2xl bg-sunken object-cover"
          />
        </li>
      ))}
    </ul>
  );
}

async function RoomTypeText({ room, currency, langOf }: Omit<RoomTypesProps, 'rooms'> & { room: RoomKind }) {
  const [t, locale] = await Promise.all([getTranslations('Place'), getLocale()]);
  const { roomType, description, capacity, beds, fromMinor, minimumNights } = room;
  const price = fromMinor === null ? null : formatMoney(fromMinor, currency, locale);
  return (
    <div className="min-w-0 leading-snug">
      <h3
        lang={roomType ? langOf(room, 'roomType') : undefined}
        className="wrap-anywhere hyphens-auto font-semibold text-lg leading-snug"
      >
        {roomType || t('room')}
      </h3>
      <p className="mt-0.5 text-ink-soft">
        {beds > 0 ? t('bedsEach', { beds }) : t('sleeps', { guests: capacity })}
      </p>
      {description && (
        <p lang={langOf(room, 'description')} className="mt-2 max-w-prose text-pretty">
          {description}
        </p>
      )}
      <p className="mt-2 font-semibold tabular-nums">
        {price === null ? t('askPrice') : beds > 0 ? t('fromBed', { price }) : t('from', { price })}
      </p>
      {minimumNights > 1 && <p className="text-ink-soft">{t('minimum', { nights: minimumNights })}</p>}
    </div>
  );
}
