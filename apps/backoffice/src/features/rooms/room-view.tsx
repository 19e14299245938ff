import { formatRoomLabel } from '@gudbro/domain';
import { Notice } from '@gudbro/ui/notice';
import { PageHeader } from '@gudbro/ui/page-header';
import { getTranslations } from 'next-intl/server';
import { BackLink } from '@/shell/list/back-link';
import { GuestLink } from './guest-link';
import type { RoomWithCode } from './queries';
import { RoomFacts } from './room-facts';
import { RoomPlate } from './room-plate';

type RoomViewProps = { room: RoomWithCode; roomsHref: string; staysUrl: string };

/** One room: its code, its link for guests and its details. */
export async function RoomView({ room, roomsHref, staysUrl }: RoomViewProps) {
  const t = await getTranslations('Room');
  const label = formatRoomLabel(room.property.shortCode, room.number);
  const url = `${staysUrl}/stay/room/${room.code}`;
  const isOff = !room.isActive || !room.property.isActive;
  return (
    <div>
      <title>{t('pageTitle', { label })}</title>
      <BackLink href={roomsHref} label={t('allRooms')} />
      <PageHeader
        title={t('heading', { label })}
        description={[room.property.name, room.type?.name ?? ''].filter((part) => part !== '').join(' · ')}
      />
      {isOff && (
        <div className="mt-6">
          <Notice tone="danger" title={t('offTitle')}>
            {room.isActive ? t('propertyOff') : t('roomOff')}
          </Notice>
        </div>
      )}
      <div className="mt-6 grid items-start gap-6 sm:mt-8 md:grid-cols-[20rem_1fr] lg:grid-cols-[26rem_1fr]">
        <RoomPlate code={room.code} url={url} label={label} />
        <div className="min-w-0 space-y-6">
          <GuestLink url={url} />
          <RoomFacts room={room} />
        </div>
      </div>
    </div>
  );
}
