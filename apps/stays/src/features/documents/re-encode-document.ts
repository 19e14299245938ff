import 'server-only';
import { documentEncoding, type EncodedPicture } from '@gudbro/pictures';
import { reEncodeUpload } from '@/server/re-encode-upload';

/** The pictures of a document as they are sealed: a JPEG, or one for each page of a PDF. */
export function reEncodeDocument(file: File, propertyId: string): Promise<EncodedPicture[]> {
  return reEncodeUpload(file, propertyId, documentEncoding);
}
