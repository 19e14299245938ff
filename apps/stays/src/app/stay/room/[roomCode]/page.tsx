import { defineCachedPage } from '@gudbro/api-kit';
import { headers } from 'next/headers';
import { loadRoomPage } from '@/features/room/load-room-page';
import { RoomErrorPage } from '@/features/room/room-error-page';
import { StayScreen } from '../../../stay-screen';

type Props = { params: Promise<{ roomCode: string }> };

const readRoomPage = defineCachedPage('/stay/room/[roomCode]', loadRoomPage);

export default async function Page({ params }: Props) {
  const load = await readRoomPage({ headers: await headers() }, await params);
  return load.view ? (
    <StayScreen view={load.view} />
  ) : (
    <RoomErrorPage error={load.error} refusal={load.refusal} roomCode={load.input} attempt={load.attempt} />
  );
}
