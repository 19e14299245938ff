import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import { openPart, openPlaceKey } from '@gudbro/documents';
import { readFrames } from '@gudbro/pictures';
import type { AccountClient } from '@/server/account-client';
import { masterKeys } from '@/server/master-keys';
import type { takeGrant } from './queries';

const bucket = 'guest-documents';

/** The page of a picture that a used grant is for: downloaded as the person who used it, and opened. */
export async function readPage(
  client: AccountClient,
  placeId: string,
  used: Awaited<ReturnType<typeof takeGrant>>,
): Promise<Uint8Array> {
  const placeKey = await openPlaceKey(await masterKeys(), placeId, used.key);
  const object = await client.fetchFile({ bucket, path: used.path });
  const opened = await openPart(placeKey, used.documentId, 'image', {
    sealed: new Uint8Array(await object.arrayBuffer()),
    wrappedKey: used.imageKey,
  });
  const page = readFrames(Buffer.from(opened))[used.page - 1];
  if (page === undefined) {
    throw new ApiError('not_found');
  }
  return page.bytes;
}
