import { defineCachedPage } from '@gudbro/api-kit';
import { loadRoomPage } from './load-room-page';

/** The page of a scanned room. Many phones open it at once, so its document is cached. */
export const roomPage = defineCachedPage('/stay/room/[roomCode]', loadRoomPage);
