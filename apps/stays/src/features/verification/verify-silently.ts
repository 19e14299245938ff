import { requestApi } from '@/client/request-api';
import { isRequestError } from '@/client/request-error';
import type { StayPage } from '@/shell/actions/stay-page';

/**
 * Where the property asks nothing, a guest in an occupied room is verified by one request, without a sheet, also after their
 * session was lost. False: they have to be asked.
 */
export async function verifySilently(page: StayPage): Promise<boolean> {
  const { roomCode } = page;
  // The page of an access code is for a stay without a booking, which the room's own question cannot prove.
  if (page.method !== 'none' || page.isEmpty || page.kind === 'access' || roomCode === null) {
    return false;
  }
  try {
    const { booking } = await requestApi('POST /api/stay/room/[roomCode]/verify', {
      params: { roomCode },
      body: {},
    });
    if (page.bookingCode === null || booking?.code === page.bookingCode) {
      return true;
    }
    // The guest's stay is over, and the room has opened the next one. It must not get their order or report.
    await requestApi('DELETE /api/stay/session', {});
    return false;
  } catch (thrown) {
    if (isRequestError(thrown, 'verification_failed', 'verification_required', 'room_not_found')) {
      return false;
    }
    throw thrown;
  }
}
