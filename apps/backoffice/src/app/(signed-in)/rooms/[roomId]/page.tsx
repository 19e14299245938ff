import { ApiError } from '@gudbro/api-kit';
import { z } from 'zod';
import { env } from '@/env';
import { getRoom } from '@/features/rooms/queries';
import { RoomSkeleton } from '@/features/rooms/room-skeleton';
import { RoomView } from '@/features/rooms/room-view';
import { pageClient, requireAccount } from '@/server/current-account';
import { guardPage } from '@/shell/error-panel/guard-page';
import { Streamed } from '@/shell/frame/streamed';

type RoomPageProps = { params: Promise<{ roomId: string }> };

export default async function RoomPage({ params }: RoomPageProps) {
  const { roomId } = await params;
  return (
    <Streamed skeleton={<RoomSkeleton />}>
      <Room roomId={roomId} />
    </Streamed>
  );
}

function Room({ roomId }: { roomId: string }) {
  return guardPage('/rooms/[roomId]', async () => {
    const id = z.uuid().safeParse(roomId);
    await requireAccount(id.success ? `/rooms/${id.data}` : '/');
    if (!id.success) {
      throw new ApiError('not_found');
    }
    const room = await getRoom(await pageClient(), id.data);
    return <RoomView room={room} staysUrl={env().STAYS_URL} />;
  });
}
