import { pictureDecoder } from '@gudbro/pictures';
import { makeDeepPng, makeProgressiveJpeg } from '@gudbro/pictures/testing';
import { runWithinOneMinute } from '@gudbro/supabase-local/testing';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { incidentHandlers } from '@/app/api/incident';
import { type Guest, makeGuest } from '@/testing/make-guest';
import { startTestStays, type TestStays } from '@/testing/start-test-stays';

const { reportIncident } = incidentHandlers;

let stays: TestStays;
beforeAll(async () => {
  stays = await startTestStays();
});
afterAll(() => stays.close());

const noPicture = new Blob(['not a picture at all']);

async function send({ bookingCode: code, full }: Guest, photo: Blob, key?: string) {
  const body = new FormData();
  body.set('title', 'Cold shower');
  body.set('priority', 'high');
  body.append('photos', photo, 'shower.jpg');
  const headers = {
    authorization: `Bearer ${full}`,
    ...(key === undefined ? {} : { 'idempotency-key': key }),
  };
  const init = { method: 'POST', headers, body };
  return stays.call(reportIncident, `/api/stay/${code}/incidents`, { params: { code }, init });
}

async function report(guest: Guest, photo: Blob = noPicture) {
  const response = await send(guest, photo);
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
  await runWithinOneMinute(stays.database, async () => {
    const guest = await makeGuest(stays);
    expect(await report(guest)).toEqual([415, 'unsupported_file']);
    // As after nine more, which take a slow machine longer than a minute.
    const key = `photos:${guest.bookingId}`;
    const counted = 'update public.rate_limits set hits = 10 where key = $1 returning key';
    expect(await stays.database.sql(counted, [key])).toEqual([{ key }]);
    expect(await report(guest)).toEqual([429, 'rate_limited']);
  });
});

test.each([
  ['has only requested a booking', 'pending', 409],
  ['was cancelled', 'cancelled', 401],
])('not one byte of a report with photos is read from a guest who %s', async (_what, status, expected) => {
  const { bookingCode: code, full } = await makeGuest(stays, { status });
  let pulled = 0;
  const body = new ReadableStream(
    {
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(1024));
      },
    },
    { highWaterMark: 0 },
  );
  const headers = { authorization: `Bearer ${full}`, 'content-type': 'multipart/form-data; boundary=b' };
  const init = { method: 'POST', headers, body, duplex: 'half' };
  const response = await stays.call(reportIncident, `/api/stay/${code}/incidents`, {
    params: { code },
    init,
  });
  expect([response.status, pulled]).toEqual([expected, 0]);
});

test.each([
  ['an SVG', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
  ['a progressive JPEG of 3,000 scans', async () => makeProgressiveJpeg(7740, 3000)],
  ['an interlaced PNG with 16 bits for each colour', () => makeDeepPng(5000, true)],
])('%s is refused, and no report is made', async (_what, make) => {
  const guest = await makeGuest(stays);
  expect(await report(guest, new Blob([new Uint8Array(await make())]))).toEqual([415, 'unsupported_file']);
  const made = await stays.database.sql('select from public.incidents where booking_id = $1', [
    guest.bookingId,
  ]);
  expect(made).toEqual([]);
});

test('while too many photos of a property wait, a report with a photo is refused with the time to wait', async () => {
  const guest = await makeGuest(stays);
  const [{ id = '' } = {}] = await stays.database.sql<{ id: string }>(
    'select property_id as id from public.accom_bookings where id = $1',
    [guest.bookingId],
  );
  // Each takes many times as long as the request below.
  const heavy = makeProgressiveJpeg(4900, 32);
  const waiting = Array.from({ length: 4 }, () =>
    pictureDecoder().reEncode(heavy, id, { boxes: [{ width: 2000, height: 2000 }] }),
  );
  const refused = await send(guest, new Blob([new Uint8Array(heavy)]));
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '10']);
  expect(await refused.json()).toMatchObject({ error: 'unavailable', reason: 'photos_are_waiting' });
  for (const decoded of await Promise.all(waiting)) {
    expect(decoded.ok).toBe(true);
  }
});

test.each(['checked_in', 'checked_out'])(
  'a report that is sent again an hour later still has the photo that the first try stored, when the stay is %s then',
  async (status) => {
    const guest = await makeGuest(stays);
    const pixels = { width: 9, height: 9, channels: 3, background: 'red' } as const;
    const photo = new Blob([await sharp({ create: pixels }).jpeg().toBuffer()]);
    expect((await send(guest, photo, 'a-key-of-this-report')).status).toBe(201);
    const ofGuest = 'from public.incidents where booking_id = $1';
    const [first] = await stays.database.sql<{ photos: string[] }>(`select photos ${ofGuest}`, [
      guest.bookingId,
    ]);
    expect(first?.photos).toHaveLength(1);
    await stays.database.sql(
      "update public.incidents set created_at = now() - interval '61 minutes' where booking_id = $1",
      [guest.bookingId],
    );
    await stays.database.sql(
      'update public.accom_bookings set status = $2::public.booking_status where id = $1',
      [guest.bookingId, status],
    );
    const again = await send(guest, photo, 'a-key-of-this-report');
    expect([again.status, (await again.json()).incident.photoCount]).toEqual([200, 1]);
    expect(await stays.database.sql(`select photos ${ofGuest}`, [guest.bookingId])).toEqual([first]);
  },
);
