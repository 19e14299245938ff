import { parseRoomRanges, type TypedRoom } from '@gudbro/domain';
import { Card } from '@gudbro/ui/card';
import { Notice } from '@gudbro/ui/notice';
import { getTranslations } from 'next-intl/server';
import { PlainForm } from '@/shell/plain-form/plain-form';
import { skipRoomsAction } from './actions';
import type { readRooms, SetupPlace } from './queries';
import { addRoomsAction } from './room-actions';
import { type RoomsAddress, RoomsForm } from './rooms-form';
import { SetupLayout } from './setup-layout';
import { readSetupTexts } from './setup-texts';
import { SkipForm } from './skip-form';
import { formatSetupPath } from './steps';

type RoomsStepProps = {
  place: SetupPlace;
  rooms: Awaited<ReturnType<typeof readRooms>>;
  address: RoomsAddress;
};

/** Rooms by range: what is typed is in the address, and its list is shown before anything is made. */
export async function RoomsStep({ place, rooms, address }: RoomsStepProps) {
  const t = await getTranslations('Setup');
  const parsed = address.ranges === '' ? null : parseRoomRanges(address.ranges);
  return (
    <SetupLayout
      step="rooms"
      slug={place.slug}
      reached={place.setupStep ?? 6}
      heading={t('roomsHeading')}
      intro={t('roomsIntro')}
    >
      {address.made !== null && (
        <div className="mb-6">
          <Notice icon="check" role="status">
            {t('made', { count: address.made })}
            {address.there > 0 && ` ${t('there', { count: address.there })}`}
          </Notice>
        </div>
      )}
      {rooms.length > 0 && parsed === null && <RoomsSoFar numbers={rooms.map(({ number }) => number)} />}
      <RoomsForm
        address={address}
        problems={parsed?.ok === false ? parsed.problems : []}
        hasRooms={rooms.length > 0}
      />
      {parsed?.ok && parsed.rooms.length > 0 && (
        <RoomsPreview place={place} address={address} rooms={parsed.rooms} repeated={parsed.repeated} />
      )}
      {parsed === null && (
        <SkipForm
          action={skipRoomsAction}
          place={place}
          step="rooms"
          {...(rooms.length > 0 ? { label: t('goOn') } : {})}
        />
      )}
    </SetupLayout>
  );
}

async function RoomsSoFar({ numbers }: { numbers: readonly string[] }) {
  const t = await getTranslations('Setup');
  return (
    <Card title={t('haveTitle', { count: numbers.length })} className="mb-6">
      <p className="wrap-anywhere leading-relaxed">{numbers.join(' · ')}</p>
    </Card>
  );
}

type RoomsPreviewProps = {
  place: SetupPlace;
  address: RoomsAddress;
  rooms: readonly TypedRoom[];
  repeated: readonly string[];
};

async function RoomsPreview({ place, address, rooms, repeated }: RoomsPreviewProps) {
  const [t, texts] = await Promise.all([
    getTranslations('Setup'),
    readSetupTexts(formatSetupPath(place.slug, 'rooms')),
  ]);
  return (
    <Card title={t('listTitle', { count: rooms.length })} className="mt-6">
      {address.kind !== '' && <p className="mb-2 font-semibold">{address.kind}</p>}
      {repeated.length > 0 && (
        <p className="mb-4 text-ink-soft">{t('repeated', { numbers: repeated.join(', ') })}</p>
      )}
      <PlainForm
        action={addRoomsAction}
        hidden={{
          place: place.slug,
          ranges: address.ranges,
          kind: address.kind,
          sleeps: String(address.sleeps),
        }}
        fields={[]}
        submit={t('make', { count: rooms.length })}
        submitting={t('saving')}
        texts={texts}
      />
      <ul className="mt-5 flex flex-wrap gap-2">
        {rooms.map(({ number, beds }) => (
          <li key={number} className="wrap-anywhere rounded-lg bg-sunken px-3 py-1.5 leading-snug">
            <b>{number}</b>
            {beds.length > 0 && (
              <span className="text-ink-soft"> {t('listBeds', { count: beds.length })}</span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
