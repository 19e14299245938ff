import { receivePicture } from '@/server/pictures/receive-picture';

type UploadRoute = { params: Promise<{ slug: string }> };

/** Stores one picture of a place. */
export function POST(request: Request, { params }: UploadRoute): Promise<Response> {
  return receivePicture(request, params);
}
