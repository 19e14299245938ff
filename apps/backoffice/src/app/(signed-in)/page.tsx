import { redirect } from 'next/navigation';
import { BoardSkeleton } from '@/features/rooms/board-skeleton';
import { readRoomBoard } from '@/features/rooms/room-board';
import { RoomBoardView } from '@/features/rooms/room-board-view';
import { readSearchText } from '@/features/rooms/room-search';
import { ContinueSetup } from '@/features/setup/continue-setup';
import { pageClient, requireAccount } from '@/server/current-account';
import { guardPage } from '@/shell/error-panel/guard-page';
import { Streamed } from '@/shell/frame/streamed';

type RoomsPageProps = { searchParams: Promise<{ q?: string | string[] }> };

export default async function RoomsPage({ searchParams }: RoomsPageProps) {
  const searchText = readSearchText((await searchParams).q);
  return (
    <Streamed skeleton={<BoardSkeleton />}>
      <Rooms searchText={searchText} />
    </Streamed>
  );
}

function Rooms({ searchText }: { searchText: string }) {
  return guardPage('/', async () => {
    const account = await requireAccount(
      searchText === '' ? '/' : `/?${new URLSearchParams({ q: searchText })}`,
    );
    const client = await pageClient();
    const board = await readRoomBoard(client, account.id, searchText);
    if (board.state === 'no_properties') {
      redirect('/new');
    }
    return (
      <>
        <ContinueSetup client={client} accountId={account.id} />
        <RoomBoardView board={board} searchText={searchText} email={account.email} />
      </>
    );
  });
}
