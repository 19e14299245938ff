import { headers } from 'next/headers';
import { RoomErrorPage } from '@/features/room/room-error-page';
import { roomPage } from '@/features/room/room-page';
import { StayScreen } from '../../../stay-screen';

type Props = { params: Promise<{ roomCode: string }> };

export default async function Page({ params }: Props) {
  const load = await roomPage.read({ headers: await headers() }, await params);
  return load.view ? (
    <StayScreen view={load.view} />
  ) : (
    <RoomErrorPage error={load.error} refusal={load.refusal} roomCode={load.input} attempt={load.attempt} />
  );
}
