import { ApiError } from '@gudbro/api-kit';
import { pictureHeaders, readPictureParams } from '@gudbro/pictures';
import { z } from 'zod';
import { defineRoute } from '@/server/api/define-route';
import { pictureSource } from '@/server/picture-source';

/** A picture that an owner uploaded, from our own address. It reads nothing but pictures of properties. */
export const readPicture = defineRoute(
  {
    route: '/pictures/[propertyId]/[pictureId]/[file]',
    method: 'GET',
    summary: 'A picture of a property in one width',
    tier: 'public',
    params: z.object({ propertyId: z.string(), pictureId: z.string(), file: z.string() }),
    output: z.instanceof(Uint8Array),
    contentType: pictureHeaders['Content-Type'],
    errors: ['not_found'],
  },
  async ({ params }) => {
    const address = readPictureParams(params);
    const picture = address && (await pictureSource().read(address));
    if (picture === null) {
      throw new ApiError('not_found');
    }
    return { body: picture, headers: { 'Cache-Control': pictureHeaders['Cache-Control'] } };
  },
);
