import { pictureHeaders } from '@gudbro/pictures';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestStays, type TestStays } from '@/testing/start-test-stays';
import { readPicture } from './read-picture';

let stays: TestStays;
const ids = { propertyId: crypto.randomUUID(), pictureId: crypto.randomUUID() };
let picture: Buffer;
beforeAll(async () => {
  stays = await startTestStays();
  picture = await sharp({ create: { width: 480, height: 320, channels: 3, background: 'teal' } })
    .webp()
    .toBuffer();
  const { error } = await stays.database
    .client('service_role')
    .storage.from('property-pictures')
    .upload(`pictures/${ids.propertyId}/${ids.pictureId}/480.webp`, picture, { contentType: 'image/webp' });
  expect(error).toBeNull();
});
afterAll(() => stays.close());

const get = (params: Record<string, string>) =>
  stays.call(readPicture, `/pictures/${Object.values(params).map(encodeURIComponent).join('/')}`, { params });

test('a picture comes from our own address, and a browser stores it for a year', async () => {
  const response = await get({ ...ids, file: '480.webp' });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('image/webp');
  expect(response.headers.get('cache-control')).toBe(pictureHeaders['Cache-Control']);
  expect(response.headers.get('set-cookie')).toBeNull();
  expect(Buffer.from(await response.arrayBuffer()).equals(picture)).toBe(true);
});

test.each([
  ['another width of it', { ...ids, file: '960.webp' }],
  ['a width that no picture has', { ...ids, file: '481.webp' }],
  ['another file', { ...ids, file: 'secrets.json' }],
  ['a way out of the bucket', { propertyId: '..', pictureId: '../incident-photos', file: '480.webp' }],
  ['another bucket', { ...ids, propertyId: `..%2f..%2fincident-photos`, file: '480.webp' }],
  ['another host', { propertyId: '@elsewhere.example', pictureId: ids.pictureId, file: '480.webp' }],
])('%s is not found, and that is not stored', async (_what, params) => {
  const response = await get(params);
  expect([response.status, response.headers.get('cache-control')]).toEqual([404, 'no-store']);
});
