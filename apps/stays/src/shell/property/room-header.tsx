import { getTranslations } from 'next-intl/server';
import { Fragment } from 'react';
import type { GuestView } from '@/server/stay/guest-view';
import type { LangOf } from '../language/lang-of';
import { Cover } from './cover';

type RoomHeaderProps = Pick<GuestView, 'room' | 'property'> & {
  /** The word that the room's sign has in print too. Null where the page was not opened by the sign. */
  checkWord: string | null;
  /** The guest's first name once they are verified. Null while browsing, when anyone may be reading. */
  guestName: string | null;
  langOf: LangOf;
};

/** A longer room number ("Bungalow by the lily pond") is shown in the line below the property's name. */
const maxDoorNumberLength = 7;

export async function RoomHeader({ room, property, checkWord, guestName, langOf }: RoomHeaderProps) {
  const t = await getTranslations('Room');
  const fitsDoor = room.number.length <= maxDoorNumberLength && room.number !== '';
  const floor = room.floor === null ? '' : t('floor', { floor: room.floor });
  const type = room.type && <span lang={langOf(room, 'type')}>{room.type}</span>;
  const details = [fitsDoor ? '' : room.number, type, floor].filter(Boolean);
  return (
    <header className="md:grid md:grid-cols-2 md:items-center md:gap-8 md:px-4 md:pt-8 md:low:pt-4">
      <Cover images={property.images} className="h-28 low:h-14 md:order-last md:h-56 md:low:h-36 lg:h-72" />
      <div className="@container px-4 md:px-0">
        {/* With large text, the room number goes above the name, because beside it there is no space. */}
        <div className="flex gap-x-4 @max-[15rem]:flex-col-reverse md:block">
          <h1 className="wrap-anywhere grow pt-3 font-display text-[1.75rem] leading-[1.15] md:text-5xl">
            {t.rich(guestName === null ? 'welcome' : 'welcomeName', {
              property: property.name,
              guest: guestName ?? '',
              small: (chunks) => (
                <span className="block font-sans text-base text-ink-soft md:mb-1 md:text-lg">{chunks}</span>
              ),
              name: (chunks) => (
                <span lang={guestName === null ? langOf(property, 'name') : undefined}>{chunks}</span>
              ),
            })}
          </h1>
          {fitsDoor && <DoorNumber label={t('room')} number={room.number} />}
        </div>
        <p className="wrap-anywhere mt-1 text-ink-soft leading-snug md:mt-4 md:text-lg">
          {details.map((detail, index) => (
            <Fragment key={index}>
              {index > 0 && ' · '}
              {detail}
            </Fragment>
          ))}
        </p>
        {checkWord && <p className="mt-1 text-ink-soft text-sm">{t('checkWord', { word: checkWord })}</p>}
        {property.description && (
          <p
            lang={langOf(property, 'description')}
            className="mt-3 hidden max-w-prose text-balance leading-relaxed md:block md:low:hidden"
          >
            {property.description}
          </p>
        )}
      </div>
    </header>
  );
}

function DoorNumber({ label, number }: { label: string; number: string }) {
  return (
    <p className="-mt-8 min-w-20 shrink-0 self-start @max-[15rem]:self-end rounded-2xl border border-line bg-surface px-4 py-2.5 text-center shadow-lift md:mt-5 md:inline-block">
      <span className="block text-ink-soft text-xs">{label}</span>{' '}
      <span className="block font-display text-3xl leading-none">{number}</span>
    </p>
  );
}
