import { ApiError, statusOfError } from '@gudbro/api-kit';
import { type PictureParams, pictureHeaders, readPictureParams } from '@gudbro/pictures';
import { pictureSource } from '@/server/pictures/picture-source';

type PictureRoute = { params: Promise<PictureParams> };

/** A picture of a place from our own address, as guests get it from theirs: anybody may see it. */
export async function GET(_request: Request, { params }: PictureRoute): Promise<Response> {
  try {
    const address = readPictureParams(await params);
    const picture = address && (await pictureSource().read(address));
    if (picture === null) {
      throw new ApiError('not_found');
    }
    return new Response(new Uint8Array(picture), { headers: pictureHeaders });
  } catch (thrown) {
    const error = thrown instanceof ApiError ? thrown : new ApiError('internal', { cause: thrown });
    const { status, headers } = statusOfError(error.body);
    return Response.json(
      { error: error.code },
      { status, headers: { ...headers, 'cache-control': 'no-store' } },
    );
  }
}
