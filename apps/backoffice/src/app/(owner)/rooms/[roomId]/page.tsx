import { ApiError } from '@gudbro/api-kit';
import { z } from 'zod';
import { env } from '@/env';
import { getRoom } from '@/features/rooms/queries';
import { RoomSkeleton } from '@/features/rooms/room-skeleton';
import { RoomView } from '@/features/rooms/room-view';
import { pageClient, requireOwner } from '@/server/current-owner';
import { Streamed } from '@/shell/frame/streamed';
import { guardPage } from '@/shell/problem/guard-page';

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
    await requireOwner(id.success ? `/rooms/${id.data}` : '/');
    if (!id.success) {
      throw new ApiError('not_found');
    }
    const room = await getRoom(await pageClient(), id.data);
    return <RoomView room={room} staysUrl={env().STAYS_URL} />;
  });
}
