import { formatRoomLabel } from '@gudbro/domain';
import { ButtonLink } from '@gudbro/ui/button-link';
import { Notice } from '@gudbro/ui/notice';
import { PageHeader } from '@gudbro/ui/page-header';
import { getTranslations } from 'next-intl/server';
import { NoProperties } from './no-properties';
import { PropertyRooms } from './property-rooms';
import type { RoomBoard } from './room-board';
import { SearchForm } from './search-form';

type RoomBoardViewProps = { board: RoomBoard; searchText: string; email: string };

const exampleLabel = formatRoomLabel('SUN', '203');

/** All rooms by property, or the rooms that a search found. */
export async function RoomBoardView({ board, searchText, email }: RoomBoardViewProps) {
  const t = await getTranslations('Rooms');
  if (board.state === 'no_properties') {
    return <NoProperties email={email} />;
  }
  return (
    <div className="space-y-8">
      <title>{t('pageTitle')}</title>
      <PageHeader title={t('heading')} {...(await formatSummary(board, searchText))} />
      <SearchForm searchText={searchText} example={exampleLabel} />
      {board.state === 'nothing_found' && (
        <Notice title={t('nothingFoundTitle', { text: searchText })}>
          <p>{t('nothingFound', { example: exampleLabel })}</p>
        </Notice>
      )}
      {searchText !== '' && (
        <ButtonLink href="/" variant="secondary">
          {t('showAll')}
        </ButtonLink>
      )}
      {board.state === 'rooms' && board.isCut && <Notice>{t('cut', { count: board.roomCount })}</Notice>}
      {board.state === 'rooms' && (
        <div className="space-y-8">
          {board.groups.map((group) => (
            <PropertyRooms key={group.property.id} {...group} />
          ))}
        </div>
      )}
    </div>
  );
}

async function formatSummary(board: RoomBoard, searchText: string): Promise<{ description?: string }> {
  const t = await getTranslations('Rooms');
  if (board.state !== 'rooms') {
    return {};
  }
  const { roomCount: rooms, groups } = board;
  return {
    description:
      searchText === ''
        ? t('summary', { rooms, properties: groups.length })
        : t('foundFor', { rooms, text: searchText }),
  };
}
