import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Guest, makeGuest } from '@/testing/make-guest';
import { startTestStays, type TestStays } from '@/testing/start-test-stays';
import { POST } from './route';

let stays: TestStays;
beforeAll(async () => {
  stays = await startTestStays();
});
afterAll(() => stays.close());

const noPicture = new Blob(['not a picture at all']);

async function report({ bookingCode: code, full }: Guest, photo: Blob = noPicture) {
  const body = new FormData();
  body.set('title', 'Cold shower');
  body.set('priority', 'high');
  body.append('photos', photo, 'shower.jpg');
  const headers = { authorization: `Bearer ${full}` };
  const init = { method: 'POST', headers, body };
  const response = await stays.call(POST, `/api/stay/${code}/incidents`, { params: { code }, init });
  return [response.status, (await response.json()).error];
}

test.each([
  ['has only requested a booking', 'pending', [409, 'illegal_step']],
  ['has left', 'checked_out', [415, 'unsupported_file']],
  ['was cancelled', 'cancelled', [401, 'session_expired']],
])('no photo is decoded for a guest who may not report: one who %s', async (_what, status, expected) => {
  expect(await report(await makeGuest(stays, { status }))).toEqual(expected);
});

test('a guest may send unreadable photos ten times a minute, and is limited then', async () => {
  const guest = await makeGuest(stays);
  const responses: unknown[] = [];
  for (let attempt = 0; attempt < 21; attempt += 1) {
    responses.push(await report(guest));
  }
  expect(responses).toContainEqual([429, 'rate_limited']);
});

test('no decoder for other formats than those of phones is loaded, so an SVG is refused', async () => {
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';
  await expect(sharp(Buffer.from(drawing)).metadata()).rejects.toThrow('unsupported image format');
  expect(await report(await makeGuest(stays), new Blob([drawing]))).toEqual([415, 'unsupported_file']);
});
