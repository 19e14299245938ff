import { expect, test, vi } from 'vitest';
import { createPictureSource, type PictureSourceOptions } from './picture-source.ts';

const address = {
  propertyId: '0a1b2c3d-1111-4222-8333-444455556666',
  pictureId: 'ffffffff-aaaa-4bbb-8ccc-dddddddddddd',
  width: 480,
} as const;
const other = { ...address, width: 960 } as const;
const webp = (size = 100) => Buffer.concat([Buffer.from('RIFF____WEBP'), Buffer.alloc(size - 12)]);

function makeSource(
  respond: () => Response | Promise<Response>,
  options: Partial<PictureSourceOptions> = {},
) {
  const send = vi.fn(async (_url: string | URL | Request, _init?: RequestInit) => respond());
  const source = createPictureSource({
    supabaseUrl: 'https://database.example',
    publishableKey: 'key',
    fetch: send,
    ...options,
  });
  return { source, send };
}

test('reads the object that the ids and the width name, once', async () => {
  const { source, send } = makeSource(() => new Response(webp()));
  const [one, two] = await Promise.all([source.read(address), source.read(address)]);
  expect([one?.length, two?.length, (await source.read(address))?.length]).toEqual([100, 100, 100]);
  expect(send.mock.calls.map(([url]) => String(url))).toEqual([
    `https://database.example/storage/v1/object/public/property-pictures/pictures/${address.propertyId}/${address.pictureId}/480.webp`,
  ]);
});

test.each([
  ['is not there', () => new Response('{"statusCode":"404"}', { status: 400 })],
  ['is a page', () => new Response('<script>alert(1)</script>')],
  ['is larger than the bucket takes', () => new Response(webp(2 * 1024 * 1024 + 1))],
])(
  'there is no picture where the object %s, and it is asked for again the next time',
  async (_what, respond) => {
    const { source, send } = makeSource(respond);
    expect([await source.read(address), await source.read(address)]).toEqual([null, null]);
    expect(send).toHaveBeenCalledTimes(2);
  },
);

test.each([
  ['responds with 500', () => new Response('', { status: 500 })],
  ['limits us', () => new Response('', { status: 429 })],
  ['cannot be reached', () => Promise.reject(new Error('ECONNREFUSED'))],
])('is unavailable while Storage %s', async (_what, respond) => {
  const { source } = makeSource(respond);
  await expect(source.read(address)).rejects.toMatchObject({ code: 'unavailable' });
});

test('reads only so many at once', async () => {
  let respond: (response: Response) => void = () => undefined;
  const response = new Promise<Response>((resolve) => {
    respond = resolve;
  });
  const { source } = makeSource(() => response, { maxReads: 1 });
  const first = source.read(address);
  await expect(source.read(other)).rejects.toMatchObject({ code: 'unavailable' });
  respond(new Response(webp()));
  expect(await first).toHaveLength(100);
  expect(await source.read(address)).toHaveLength(100);
});

test('forgets what was not used for the longest time', async () => {
  const { source, send } = makeSource(() => new Response(webp()), { cacheBytes: 150 });
  for (const one of [address, other, other, address]) {
    await source.read(one);
  }
  expect(send).toHaveBeenCalledTimes(3);
});
