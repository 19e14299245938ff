import { ApiError } from '@gudbro/api-kit';
import { env } from '@/env';
import { listLocks } from '@/features/locks/queries';
import { findClosingReport } from '@/features/reports/queries';
import { getRoom } from '@/features/rooms/queries';
import { RoomView } from '@/features/rooms/room-view';
import { getRoomState } from '@/features/rooms/state-queries';
import { listSignsOfRoom } from '@/features/sheets/register-queries';
import { RoomSigns } from '@/features/sheets/room-signs';
import { listRoomTypeNames } from '@/server/list-room-type-names';
import { idField } from '@/shell/form/field-schemas';
import { listWifiCards } from '@/shell/paper/list-wifi-cards';
import { nameKilledSigns } from '@/shell/paper/name-killed-signs';
import { renderPlacePage } from '@/shell/place/render-place-page';
import { LocksCard } from '@/shell/stay/locks-card';

type RoomPageProps = { params: Promise<{ slug: string; roomId: string }> };

export default function RoomPage({ params }: RoomPageProps) {
  return renderPlacePage({ route: '/p/[slug]/rooms/[roomId]', params }, async ({ place, client }) => {
    const id = idField.safeParse((await params).roomId);
    if (!id.success) {
      throw new ApiError('not_found');
    }
    const [room, state, closedBy, locks, types, signs] = await Promise.all([
      getRoom(client, place.id, id.data),
      getRoomState(client, place.id, id.data),
      findClosingReport(client, place.id, id.data),
      listLocks(client, place.id, id.data),
      listRoomTypeNames(client, place.id),
      listSignsOfRoom(client, place.id, id.data),
    ]);
    const [killed, wifiCards] = await Promise.all([
      nameKilledSigns(signs),
      listWifiCards(client, place.id, room.wifiNetwork === null ? [] : [room.wifiNetwork]),
    ]);
    return (
      <div className="space-y-6">
        <RoomView
          place={place}
          room={room}
          state={state}
          closedBy={closedBy}
          types={types}
          killed={killed}
          wifiCards={wifiCards}
          staysUrl={env().STAYS_URL}
        />
        <LocksCard place={place} locks={locks} />
        <RoomSigns place={place} room={room} signs={signs} killed={killed} />
      </div>
    );
  });
}
