import { describePage } from '@gudbro/api-kit';
import { loadRoomPage } from '@/features/room/load-room-page';
import { RoomPage } from '@/features/room/room-page';
import { RoomRefusal } from '@/features/room/room-refusal';

type Props = { params: Promise<{ roomCode: string }> };

export default async function Page({ params }: Props) {
  const { access, input, answer } = await loadRoomPage((await params).roomCode);
  describePage({ route: '/stay/room/[roomCode]', ...answer });
  return access.ok ? <RoomPage access={access} /> : <RoomRefusal refusal={access} roomCode={input} />;
}
