import { createFront } from '@gudbro/api-kit/routes';
import { roomPage } from '@/features/room/room-page';
import { apiHandlers } from './api/handlers';
import { readPicture } from './pictures/read-picture';

/** What our server asks before Next: the API, the pictures, and the page of a scanned room. */
export const front = createFront({
  routes: [...Object.values(apiHandlers), readPicture],
  pages: [roomPage],
});
