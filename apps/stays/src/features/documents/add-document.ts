import 'server-only';
import { currentRequest, formatFault, terminalLog } from '@gudbro/api-kit';
import { offerPlaceKey } from '@gudbro/documents';
import type { DocumentInput, GuestDocument } from '@gudbro/guest-api/document';
import type { EncodedPicture } from '@gudbro/pictures';
import { storeDocument } from '@/server/guest-files';
import { masterKeys } from '@/server/master-keys';
import type { StaySubject } from '@/server/stay/stay-subject';
import { type AnnouncedDocument, beginDocument, finishDocument, giveUpDocument } from './queries';
import { reEncodeDocument } from './re-encode-document';
import { sealDocument } from './seal-document';

type AddOptions = { key: string | null; locale: string };

/**
 * Adds a document: announces it, stores its sealed picture under the path that the database gave out, and says that it is complete.
 * Until then nobody sees it, and whatever is cut off in between is erased within the hour. A file is decoded before anything is
 * announced, so that one that is none leaves no trace.
 */
export async function addDocument(
  subject: StaySubject,
  input: DocumentInput,
  file: File | null,
  { key, locale }: AddOptions,
): Promise<{ document: GuestDocument; isReplayed: boolean }> {
  const pictures = file === null ? [] : await reEncodeDocument(file, subject.propertyId);
  const begun = await beginDocument(subject, input, {
    hasPicture: pictures.length > 0,
    offeredKey: await offerPlaceKey(await masterKeys(), subject.propertyId),
    key,
    locale,
  });
  if ('document' in begun) {
    return { document: begun.document, isReplayed: true };
  }
  try {
    return { document: await complete(subject, begun, input, pictures), isReplayed: false };
  } catch (thrown) {
    await giveUp(subject, begun);
    throw thrown;
  }
}

async function complete(
  subject: StaySubject,
  begun: AnnouncedDocument,
  input: DocumentInput,
  pictures: readonly EncodedPicture[],
): Promise<GuestDocument> {
  const { row, object } = await sealDocument(begun, input, pictures);
  if (object !== null && row.path !== undefined) {
    await storeDocument(row.path, object);
  }
  return (await finishDocument(subject, begun.id, row)).document;
}

/** The caller reports why it failed. A document that is not given up here is erased by the sweep. */
async function giveUp(subject: StaySubject, begun: AnnouncedDocument): Promise<void> {
  try {
    await giveUpDocument(subject, begun);
  } catch (thrown) {
    const { requestId } = currentRequest();
    terminalLog.fault({ requestId, route: 'giveUpDocument', ...formatFault(thrown) });
  }
}
