import 'server-only';
import { ApiError, checkOrigin, limitForms, readBytes, shareInProcess } from '@gudbro/api-kit';
import { env } from '../../env';
import { respondForPlace } from '../respond-for-place';
import { uploadPicture } from './upload-picture';

export const maxPictureBytes = 10 * 1024 * 1024;

// A picture is in memory from its first byte to the response.
const handleUpload = shareInProcess('picture-uploads', () => limitForms({ ofOne: 2, inTotal: 8 }));

/** Responds to the upload of one picture, whose body is the file itself. */
export function receivePicture(request: Request, params: Promise<{ slug: string }>): Promise<Response> {
  return respondForPlace('/p/[slug]/pictures/upload', params, 'manager', ({ place, client }) => {
    checkOrigin(request, true, new URL(env().BACKOFFICE_URL).origin);
    return handleUpload(place.id, async () => {
      const picture = await uploadPicture(client, place.id, async () => {
        const file = await readBytes(request, maxPictureBytes);
        if (file.length === 0) {
          throw new ApiError('unsupported_file');
        }
        return file;
      });
      return Response.json({ picture }, { status: 201 });
    });
  });
}
