import { env } from '@/env';

type DemoPictureRoute = { params: Promise<{ file: string }> };

const types = new Map([
  ['svg', 'image/svg+xml'],
  ['jpg', 'image/jpeg'],
]);
const fileForm = /^[a-z0-9-]{1,60}\.(svg|jpg)$/;
const timeLimitMs = 5_000;

/** A picture of the demo, which is a file of the guest app: read there, since the page may show pictures of its own address alone. */
export async function GET(_request: Request, { params }: DemoPictureRoute): Promise<Response> {
  const { file } = await params;
  const type = types.get(fileForm.exec(file)?.[1] ?? '');
  if (type === undefined) {
    return new Response(null, { status: 404 });
  }
  const address = new URL(`/demo/${file}`, env().STAYS_URL);
  // A guest app that cannot be reached has no pictures to show: the page shows its place without one.
  const found = await fetch(address, { signal: AbortSignal.timeout(timeLimitMs) }).catch(() => null);
  if (found === null || !found.ok) {
    return new Response(null, { status: 404 });
  }
  return new Response(await found.arrayBuffer(), {
    headers: { 'content-type': type, 'cache-control': 'public, max-age=3600' },
  });
}
