import type { Incident } from '@gudbro/guest-api/incident';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { incidentHandlers } from '@/app/api/incident';
import { guestAuth } from '@/server/guest-auth';
import { startTestStays, staysUrl, type TestStays } from '@/testing/start-test-stays';

const { replyToIncident, listIncidents, reportIncident } = incidentHandlers;

let stays: TestStays;
beforeAll(async () => {
  stays = await startTestStays();
});
afterAll(() => stays.close());

type Stay = { code: string; token: string; bookingId: string };

/** A stay of its own for each test: limits are counted by stay. */
async function makeStay(status = 'checked_in'): Promise<Stay> {
  const [row] = await stays.database.sql<{ id: string; code: string; property: string; room: string }>(
    `with room as (
      insert into public.accom_rooms (property_id, room_number)
      select id, 'T' || gen_random_uuid() from public.accom_properties where slug = 'sunset-hotel'
      returning id, property_id
    )
    insert into public.accom_bookings (property_id, room_id, guest_name, guest_last_name, check_in_date, check_out_date, status)
    select property_id, id, 'Ana Silva', 'Silva', current_date - 1, current_date + 3, $1::public.booking_status from room
    returning id, booking_code as code, property_id as property, room_id as room`,
    [status],
  );
  if (row === undefined) {
    throw new Error('A booking was inserted.');
  }
  const { token } = await guestAuth().signGuestToken({
    propertyId: row.property,
    roomId: row.room,
    bookingId: row.id,
    expiresAt: new Date(Date.now() + 86_400_000),
  });
  return { code: row.code, token, bookingId: row.id };
}

const bearer = ({ token }: { token: string }) => ({ authorization: `Bearer ${token}` });

function report(stay: Stay, fields: Record<string, string> = {}, photos: Blob[] = [], key?: string) {
  const body = new FormData();
  for (const [name, value] of Object.entries({ title: 'Cold shower', priority: 'high', ...fields })) {
    body.set(name, value);
  }
  for (const photo of photos) {
    body.append('photos', photo, 'holiday.jpg');
  }
  const headers = { ...bearer(stay), ...(key === undefined ? {} : { 'idempotency-key': key }) };
  const params = { code: stay.code };
  return stays.call(reportIncident, `/api/stay/${stay.code}/incidents`, {
    params,
    init: { method: 'POST', headers, body },
  });
}

async function list(stay: Stay): Promise<{ incidents: Incident[]; areas: { id: string; name: string }[] }> {
  const params = { code: stay.code };
  const response = await stays.call(listIncidents, `/api/stay/${stay.code}/incidents`, {
    params,
    init: { headers: bearer(stay) },
  });
  return response.json();
}

function reply(stay: Stay, id: string, message: string) {
  const headers = { ...bearer(stay), 'content-type': 'application/json' };
  const init = { method: 'POST', headers, body: JSON.stringify({ message }) };
  return stays.call(replyToIncident, `/api/stay/${stay.code}/incidents/${id}/replies`, {
    params: { code: stay.code, id },
    init,
  });
}

const picture = (width = 40, height = 30) =>
  sharp({ create: { width, height, channels: 3, background: '#2b7a6b' } });

const asBlob = (bytes: Uint8Array | string, type = 'image/jpeg') => new Blob([bytes as BlobPart], { type }); // Buffers of ours, never shared

/** The photos that were stored for a stay, as their property's people would get them. */
async function readStored(stay: Stay): Promise<Buffer[]> {
  const [row] = await stays.database.sql<{ photos: string[] }>(
    'select photos from public.incidents where booking_id = $1 order by created_at desc limit 1',
    [stay.bookingId],
  );
  const bucket = stays.database.client('service_role').storage.from('incident-photos');
  return Promise.all(
    (row?.photos ?? []).map(async (path) => {
      const { data, error } = await bucket.download(path);
      if (error !== null) {
        throw error;
      }
      return Buffer.from(await data.arrayBuffer());
    }),
  );
}

test('a report with its area and photos is made, and is in the guest’s own list', async () => {
  const stay = await makeStay();
  const { areas } = await list(stay);
  const areaId = areas.find((area) => area.name === 'Bathroom')?.id ?? '';
  const photos = [
    await picture().jpeg().toBuffer(),
    await picture().png().toBuffer(),
    await picture().webp().toBuffer(),
  ];
  const response = await report(
    stay,
    { areaId, description: 'Since noon.' },
    photos.map((bytes) => asBlob(bytes)),
  );
  expect(response.status).toBe(201);
  const { incident } = await response.json();
  expect(incident).toMatchObject({
    title: 'Cold shower',
    description: 'Since noon.',
    status: 'open',
    priority: 'high',
    photoCount: 3,
    area: { name: 'Bathroom' },
    updates: [],
  });
  expect((await list(stay)).incidents).toEqual([incident]);
  expect(await readStored(stay)).toHaveLength(3);
});

test('a report without photos may come as JSON', async () => {
  const stay = await makeStay();
  const init = {
    method: 'POST',
    headers: { ...bearer(stay), 'content-type': 'application/json' },
    body: JSON.stringify({ title: 'Loud pipe', priority: 'low' }),
  };
  const response = await stays.call(reportIncident, `/api/stay/${stay.code}/incidents`, {
    params: { code: stay.code },
    init,
  });
  expect(response.status).toBe(201);
});

test('a stored photo is made anew: no place, no camera, nothing hidden, upright and small', async () => {
  const stay = await makeStay();
  const original = await picture(3000, 1500)
    .jpeg()
    .withExif({
      IFD0: { Make: 'SpyCam', Copyright: 'Ana Silva' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '16/1 4/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '108/1 13/1 0/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();
  expect((await sharp(original).metadata()).exif).toBeDefined();
  const polyglot = Buffer.concat([
    original,
    Buffer.from('<script>alert(1)</script>PK\u0003\u0004 hidden.zip'),
  ]);
  expect((await report(stay, {}, [asBlob(polyglot)])).status).toBe(201);
  const [stored = Buffer.alloc(0)] = await readStored(stay);
  const metadata = await sharp(stored).metadata();
  expect(metadata).toMatchObject({ format: 'webp', width: 1000, height: 2000 });
  expect(metadata.exif).toBeUndefined();
  expect(metadata.xmp).toBeUndefined();
  for (const trace of ['SpyCam', 'Silva', 'GPS', '<script>', 'hidden.zip']) {
    expect(stored.includes(trace)).toBe(false);
  }
});

const bomb = () =>
  sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#000' }, limitInputPixels: false })
    .png({ compressionLevel: 9 })
    .toBuffer();

test.each<[string, () => Promise<Buffer | string>]>([
  [
    'an SVG',
    async () =>
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
  ],
  ['a GIF', () => picture().gif().toBuffer()],
  ['a TIFF', () => picture().tiff().toBuffer()],
  ['a page', async () => '<!doctype html><script>alert(1)</script>'],
  ['a PDF', async () => '%PDF-1.7\n1 0 obj <</Type/Catalog>> endobj'],
  ['nothing', async () => ''],
  ['half a photo', async () => (await picture(800, 600).jpeg().toBuffer()).subarray(0, 900)],
  ['a small file that unpacks to a huge picture', bomb],
])('%s that says it is a JPEG is refused, and no report is made', async (_what, make) => {
  const stay = await makeStay();
  const good = asBlob(await picture().jpeg().toBuffer());
  const response = await report(stay, {}, [good, asBlob(await make())]);
  expect(response.status).toBe(415);
  expect((await response.json()).error).toBe('unsupported_file');
  expect((await list(stay)).incidents).toEqual([]);
});

test('a photo is recognised by its content, whatever type it is sent as', async () => {
  const stay = await makeStay();
  const response = await report(stay, {}, [asBlob(await picture().png().toBuffer(), 'text/html')]);
  expect(response.status).toBe(201);
});

test('a report takes three photos at most, of eight megabytes at most', async () => {
  const stay = await makeStay();
  const photo = asBlob(await picture().jpeg().toBuffer());
  expect((await report(stay, {}, [photo, photo, photo, photo])).status).toBe(400);
  const large = asBlob(Buffer.alloc(8 * 1024 * 1024 + 1));
  expect((await report(stay, {}, [large])).status).toBe(413);
  const params = { code: stay.code };
  const headers = {
    ...bearer(stay),
    'content-type': 'multipart/form-data; boundary=x',
    'content-length': '26214400',
  };
  const endless = { method: 'POST', headers, body: '--x--' };
  expect(
    (await stays.call(reportIncident, `/api/stay/${stay.code}/incidents`, { params, init: endless })).status,
  ).toBe(413);
});

test('a report that is repeated under its key is made once, its photos included', async () => {
  const stay = await makeStay();
  const photo = asBlob(await picture().jpeg().toBuffer());
  const key = crypto.randomUUID();
  const [first, second] = await Promise.all([report(stay, {}, [photo], key), report(stay, {}, [photo], key)]);
  expect([first.status, second.status].sort()).toEqual([200, 201]);
  const again = await report(stay, {}, [photo], key);
  expect(again.status).toBe(200);
  expect((await again.json()).incident).toEqual((await first.json()).incident);
  expect((await list(stay)).incidents).toMatchObject([{ photoCount: 1 }]);
  expect(await readStored(stay)).toHaveLength(1);
});

test('a photo that cannot be stored leaves no path, and the report stands', async () => {
  const stay = await makeStay();
  await stays.database.sql(
    "update storage.buckets set allowed_mime_types = '{image/gif}' where id = 'incident-photos'",
  );
  try {
    const response = await report(stay, {}, [asBlob(await picture().jpeg().toBuffer())]);
    expect(response.status).toBe(201);
    expect((await response.json()).incident.photoCount).toBe(0);
    expect((await list(stay)).incidents).toMatchObject([{ title: 'Cold shower', photoCount: 0 }]);
  } finally {
    await stays.database.sql(
      "update storage.buckets set allowed_mime_types = '{image/webp}' where id = 'incident-photos'",
    );
  }
});

test.each([
  ['no title', { title: '  ' }],
  ['an endless title', { title: 'x'.repeat(121) }],
  ['a priority nobody knows', { priority: 'now' }],
  ['an area that is none', { areaId: 'bathroom' }],
  ['an area of nowhere', { areaId: crypto.randomUUID() }],
  ['a status of its own', { status: 'closed' }],
])('a report is refused with %s', async (_case, fields) => {
  const response = await report(await makeStay(), fields);
  expect(response.status).toBe(400);
  expect((await response.json()).error).toBe('invalid_request');
});

test('a guest and the desk talk under a report', async () => {
  const stay = await makeStay();
  const { incident } = await (await report(stay)).json();
  const response = await reply(stay, incident.id, ' It is worse now. ');
  expect(response.status).toBe(201);
  expect((await response.json()).incident.updates).toMatchObject([
    { from: 'guest', message: 'It is worse now.' },
  ]);
  await stays.database.sql(
    `insert into public.incident_updates (incident_id, property_id, author, message, status, created_at)
      select id, property_id, 'account', 'We are coming.', 'in_progress', now() + interval '1 second' from public.incidents where id = $1`,
    [incident.id],
  );
  const [listed] = (await list(stay)).incidents;
  expect(listed?.updates.map(({ from, message }) => [from, message])).toEqual([
    ['guest', 'It is worse now.'],
    ['desk', 'We are coming.'],
  ]);
  expect(JSON.stringify(listed)).not.toContain('account');
  expect((await reply(stay, incident.id, '   ')).status).toBe(400);
});

test('another guest’s report does not exist for this one', async () => {
  const { incident } = await (await report(await makeStay())).json();
  const other = await makeStay();
  expect((await list(other)).incidents).toEqual([]);
  expect((await reply(other, incident.id, 'hello')).status).toBe(404);
  expect((await reply(other, crypto.randomUUID(), 'hello')).status).toBe(404);
  expect((await reply(other, 'x', 'hello')).status).toBe(404);
});

test('a guest who only browses cannot report', async () => {
  const { code } = await makeStay();
  const issued = await guestAuth().signRoomBrowseToken({
    propertyId: 'p',
    roomId: 'r',
    roomCode: 'RM-SUNSET22',
  });
  const response = await report({ code, token: issued.token, bookingId: '' });
  expect(response.status).toBe(403);
  expect((await response.json()).error).toBe('verification_required');
  expect((await report({ code, token: 'nonsense', bookingId: '' })).status).toBe(401);
});

test('another site cannot report with a guest’s cookie', async () => {
  const stay = await makeStay();
  const body = new FormData();
  body.set('title', 'x');
  body.set('priority', 'low');
  const params = { code: stay.code };
  const send = (origin: string) => {
    const headers = { cookie: `gudbro_guest=${stay.token}`, origin };
    return stays.call(reportIncident, `/api/stay/${stay.code}/incidents`, {
      params,
      init: { method: 'POST', headers, body },
    });
  };
  expect((await send('https://evil.test')).status).toBe(400);
  expect((await send(staysUrl)).status).toBe(201);
});

test('a list of reports that has not changed is answered with 304', async () => {
  const stay = await makeStay();
  await report(stay);
  const ask = (headers: Record<string, string> = {}) =>
    stays.call(listIncidents, `/api/stay/${stay.code}/incidents`, {
      params: { code: stay.code },
      init: { headers: { ...bearer(stay), ...headers } },
    });
  const tag = (await ask()).headers.get('etag') ?? '';
  expect((await ask({ 'if-none-match': tag })).status).toBe(304);
  await report(stay);
  expect((await ask({ 'if-none-match': tag })).status).toBe(200);
});
