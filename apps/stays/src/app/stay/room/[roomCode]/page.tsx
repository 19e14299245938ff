import { describePage } from '@gudbro/api-kit';
import { Dashboard } from '@/features/dashboard/dashboard';
import { loadRoomPage } from '@/features/room/load-room-page';
import { RoomRefusal } from '@/features/room/room-refusal';

type Props = { params: Promise<{ roomCode: string }> };

export default async function Page({ params }: Props) {
  const { view, problem, input, answer } = await loadRoomPage((await params).roomCode);
  describePage(answer);
  return view ? <Dashboard view={view} /> : <RoomRefusal refusal={problem} roomCode={input} />;
}
