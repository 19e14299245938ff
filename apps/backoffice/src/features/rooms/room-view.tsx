import { formatRoomLabel } from '@gudbro/domain';
import { Card } from '@gudbro/ui/card';
import { Notice } from '@gudbro/ui/notice';
import { PageHeader } from '@gudbro/ui/page-header';
import { getTranslations } from 'next-intl/server';
import type { RoomTypeName } from '@/server/list-room-type-names';
import type { Place } from '@/server/place';
import { hasRole } from '@/server/place';
import { BackLink } from '@/shell/list/back-link';
import type { WifiCard } from '@/shell/paper/list-wifi-cards';
import type { KilledSign } from '@/shell/paper/name-killed-signs';
import { WifiCardsNotice } from '@/shell/paper/wifi-cards-notice';
import { ClientTexts } from '@/shell/place/client-texts';
import { GuestLink } from './guest-link';
import type { Room } from './queries';
import { RoomFacts } from './room-facts';
import { RoomForm } from './room-form';
import { RoomPlate } from './room-plate';
import type { StateOfRoom } from './room-state';
import { RoomStateCard } from './room-state-card';

type RoomViewProps = {
  place: Place;
  room: Room;
  state: Omit<StateOfRoom, 'number'>;
  /** The report that took it out of order. */
  closedBy: { id: string; title: string } | null;
  types: readonly RoomTypeName[];
  /** The paper that stops working if it is removed or switched off. */
  killed: readonly KilledSign[];
  /** The printed cards of its own network. */
  wifiCards: readonly WifiCard[];
  staysUrl: string;
};

/** One room: whether it is ready, its code, its link for guests, and its details, which managers change. */
export async function RoomView({
  place,
  room,
  state,
  closedBy,
  types,
  killed,
  wifiCards,
  staysUrl,
}: RoomViewProps) {
  const t = await getTranslations('Room');
  const label = formatRoomLabel(place.shortCode, room.number);
  const url = `${staysUrl}/stay/room/${room.code}`;
  const isOff = !room.isActive || !place.isActive;
  return (
    <div>
      <title>{t('pageTitle', { label })}</title>
      <BackLink href={`/p/${place.slug}/rooms`} label={t('allRooms')} />
      <PageHeader title={t('heading', { label })} description={room.type?.name ?? ''} />
      {isOff && (
        <div className="mt-6">
          <Notice tone="danger" title={t('offTitle')}>
            {room.isActive ? t('propertyOff') : t('roomOff')}
          </Notice>
        </div>
      )}
      <div className="mt-5 grid grid-cols-1 items-start gap-6 md:grid-cols-[16rem_minmax(0,1fr)] xl:grid-cols-[26rem_minmax(0,1fr)]">
        <RoomPlate code={room.code} url={url} label={label} />
        <div className="min-w-0 space-y-6">
          <RoomStateCard
            place={place.slug}
            label={label}
            room={{ ...state, number: room.number }}
            beds={room.beds}
            closedBy={closedBy}
          />
          <GuestLink url={url} />
          {hasRole(place.role, 'manager') ? (
            <Card title={t('factsHeading')} icon="info">
              <ClientTexts namespaces={['Room', 'KilledSigns']}>
                <RoomForm
                  place={place.slug}
                  label={label}
                  room={room}
                  types={types}
                  killed={killed}
                  wifiNotice={<WifiCardsNotice cards={wifiCards} />}
                />
              </ClientTexts>
            </Card>
          ) : (
            <RoomFacts room={room} />
          )}
        </div>
      </div>
    </div>
  );
}
