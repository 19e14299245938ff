import { makeHeic, makeProgressiveJpeg } from '@gudbro/pictures/testing';
import { createNativeTestDatabase } from '@gudbro/supabase-local/native';
import type { TestDatabase } from '@gudbro/supabase-local/testing';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { GET } from '@/app/pictures/[propertyId]/[pictureId]/[file]/route';
import { maxPictureBytes } from '@/server/pictures/receive-picture';
import { useDatabase, withPerson } from '@/testing/next-request';
import { type SignedInAccount, signUpAccount } from '@/testing/sign-up-account';
import { POST } from './route';

vi.mock('next/headers', () => import('@/testing/next-request'));

let db: TestDatabase;
let owner: SignedInAccount;
beforeAll(async () => {
  db = await createNativeTestDatabase({ seed: true });
  await useDatabase(db);
  owner = await signUpAccount(db, 'owner@example.com');
});
afterAll(() => db.close());

const pixels = { width: 2400, height: 1200, channels: 3, background: 'teal' } as const;
const jpeg = () =>
  sharp({ create: pixels })
    .withExif({ IFD0: { Artist: 'Linh Tran' } })
    .jpeg()
    .toBuffer();

type Sent = {
  account?: SignedInAccount | null;
  place?: string;
  origin?: string | null;
  headers?: HeadersInit;
};

async function upload(file: Uint8Array, { account = owner, place = 'sunset-hotel', ...sent }: Sent = {}) {
  const { origin = 'http://localhost:3001' } = sent;
  const headers = new Headers(sent.headers);
  if (origin !== null) {
    headers.set('origin', origin);
  }
  const request = new Request(`http://localhost:3001/p/${place}/pictures/upload`, {
    method: 'POST',
    body: new Uint8Array(file),
    headers,
  });
  const response = await withPerson(account, () =>
    POST(request, { params: Promise.resolve({ slug: place }) }),
  );
  return { status: response.status, body: await response.json() };
}

const countPictures = async () => {
  const [row] = await db.sql<{ count: number }>('select count(*)::integer as count from public.pictures');
  return row?.count;
};

async function readWidth(path: string, width: number) {
  const [propertyId = '', pictureId = ''] = path.split('/').slice(2);
  const params = Promise.resolve({ propertyId, pictureId, file: `${width}.webp` });
  return GET(new Request('http://localhost:3001'), { params });
}

test.each([
  [
    'a JPEG',
    jpeg,
    [
      [480, 240],
      [960, 480],
      [1600, 800],
    ],
  ],
  [
    'a PNG',
    () => sharp({ create: pixels }).png().toBuffer(),
    [
      [480, 240],
      [960, 480],
      [1600, 800],
    ],
  ],
  [
    'a WebP',
    () => sharp({ create: pixels }).webp().toBuffer(),
    [
      [480, 240],
      [960, 480],
      [1600, 800],
    ],
  ],
  [
    'a HEIC',
    async () => makeHeic(),
    [
      [64, 48],
      [64, 48],
      [64, 48],
    ],
  ],
])(
  '%s is stored as WebP in three widths and served, without what the camera wrote',
  async (_what, make, sizes) => {
    const { status, body } = await upload(await make());
    expect(status).toBe(201);
    for (const [index, width] of [480, 960, 1600].entries()) {
      const response = await readWidth(body.picture.path, width);
      expect(response.headers.get('cache-control')).toContain('immutable');
      const bytes = Buffer.from(await response.arrayBuffer());
      const metadata = await sharp(bytes).metadata();
      expect([metadata.format, metadata.width, metadata.height]).toEqual(['webp', ...(sizes[index] ?? [])]);
      expect([bytes.includes('Linh Tran'), bytes.includes('EXIF')]).toEqual([false, false]);
    }
    const [row] = await db.sql(
      'select width, height, stored_at is not null as stored from public.pictures where id = $1',
      [body.picture.id],
    );
    expect(row).toEqual({ width: sizes[2]?.[0], height: sizes[2]?.[1], stored: true });
  },
);

test.each([
  ['an SVG', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
  ['a page', async () => Buffer.from('<!doctype html><script>alert(1)</script>')],
  [
    'a GIF',
    () =>
      sharp({ create: { ...pixels, width: 9, height: 9 } })
        .gif()
        .toBuffer(),
  ],
  ['half a JPEG', async () => (await jpeg()).subarray(0, 5000)],
  ['a JPEG of 5,000 scans', async () => makeProgressiveJpeg(7740, 5000)],
  ['nothing', async () => Buffer.alloc(0)],
])('%s is refused, and leaves no picture', async (_what, make) => {
  const before = await countPictures();
  expect(await upload(await make())).toMatchObject({ status: 415, body: { error: 'unsupported_file' } });
  expect(await countPictures()).toBe(before);
});

test('a file that is too large is refused by its length, and while it is read', async () => {
  const large = Buffer.alloc(maxPictureBytes + 1);
  const byLength = await upload(large, { headers: { 'content-length': String(large.length) } });
  expect([byLength, await upload(large)].map(({ status, body }) => [status, body.error])).toEqual(
    Array(2).fill([413, 'too_large']),
  );
});

test('nobody but a manager of the place uploads, and no other site does', async () => {
  const before = await countPictures();
  const file = await jpeg();
  const staff = await signUpAccount(db, 'staff@example.com');
  const other = await signUpAccount(db, 'other@example.com');
  const sent: [Sent, number][] = [
    [{ account: staff }, 403],
    [{ account: other }, 404],
    [{ account: null }, 401],
    [{ place: 'no-such-place' }, 404],
    [{ origin: 'https://evil.example' }, 400],
    [{ origin: null }, 400],
  ];
  for (const [how, status] of sent) {
    expect([how, (await upload(file, how)).status]).toEqual([how, status]);
  }
  expect(await countPictures()).toBe(before);
});

test('a picture of which not all objects could be stored is not there', async () => {
  const before = await countPictures();
  await db.sql(
    `update storage.buckets set allowed_mime_types = '{image/png}' where id = 'property-pictures'`,
  );
  const refused = await upload(await jpeg());
  await db.sql(
    `update storage.buckets set allowed_mime_types = '{image/webp}' where id = 'property-pictures'`,
  );
  expect(refused).toMatchObject({ status: 503, body: { error: 'unavailable' } });
  expect(await countPictures()).toBe(before);
});
