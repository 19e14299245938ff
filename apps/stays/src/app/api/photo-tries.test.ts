import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { incidentHandlers } from '@/app/api/incident';
import { type Guest, makeGuest } from '@/testing/make-guest';
import { startTestStays, type TestStays } from '@/testing/start-test-stays';

const { reportIncident } = incidentHandlers;

/** What happens to an upload: it does not arrive, or its response does not, or neither fails. */
type Fate = 'lost' | 'unanswered' | 'stored';

/** What happens to the next uploads, and the paths of those that were tried. */
let fates: Fate[] = [];
let tried: string[] = [];

/** Starts a proxy in front of the database. */
async function startUploadProxy(databaseUrl: string): Promise<string> {
  const server = createServer((request, response) => {
    forward(databaseUrl, request, response).catch((fault: unknown) => response.destroy(fault as Error)); // fetch rejects with errors
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  const { port } = server.address() as AddressInfo; // a server on a port has no other kind of address
  return `http://127.0.0.1:${port}`;
}

async function forward(databaseUrl: string, request: IncomingMessage, response: ServerResponse) {
  const path = request.url ?? '/';
  const [, photo] = /\/object\/incident-photos\/(.+)/.exec(path) ?? [];
  const fate = photo === undefined ? 'stored' : (fates.shift() ?? 'stored');
  if (photo !== undefined) {
    tried.push(photo);
  }
  const { host: _host, connection: _connection, 'content-length': _length, ...headers } = request.headers;
  const body = await buffer(request);
  if (fate === 'lost') {
    request.socket.destroy();
    return;
  }
  const reply = await fetch(new URL(path, databaseUrl), {
    method: request.method ?? 'GET',
    headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
    ...(request.method === 'GET' ? {} : { body }),
  });
  const text = await reply.text();
  if (fate === 'unanswered') {
    request.socket.destroy();
    return;
  }
  response.writeHead(reply.status, { 'content-type': reply.headers.get('content-type') ?? 'text/plain' });
  response.end(text);
}

let stays: TestStays;
let picture: Blob;
beforeAll(async () => {
  stays = await startTestStays({}, startUploadProxy);
  const pixels = { width: 9, height: 9, channels: 3, background: 'red' } as const;
  picture = new Blob([new Uint8Array(await sharp({ create: pixels }).jpeg().toBuffer())]);
});
afterAll(() => stays.close());

async function report({ bookingCode: code, full }: Guest, ...next: Fate[]): Promise<unknown[]> {
  fates = next;
  tried = [];
  const body = new FormData();
  body.set('title', 'Cold shower');
  body.set('priority', 'high');
  body.append('photos', picture, 'shower.jpg');
  const headers = { authorization: `Bearer ${full}`, 'idempotency-key': 'a-key-of-this-report' };
  const init = { method: 'POST', headers, body };
  const response = await stays.call(reportIncident, `/api/stay/${code}/incidents`, {
    params: { code },
    init,
  });
  return [response.status, (await response.json()).incident.photoCount];
}

/** The paths in the report and, of these, the stored ones. */
async function readPaths({ bookingId }: Guest) {
  const [row] = await stays.database.sql<{ photos: string[]; stored: string[] }>(
    `select i.photos, array(select o.name from storage.objects o where o.name = any (i.photos)) as stored
     from public.incidents i where i.booking_id = $1`,
    [bookingId],
  );
  return row;
}

test('a photo whose upload failed is stored under another path', async () => {
  const guest = await makeGuest(stays);
  expect(await report(guest, 'lost', 'stored')).toEqual([201, 1]);
  const [first, second] = tried;
  expect(second).not.toBe(first);
  expect(await readPaths(guest)).toEqual({ photos: [second], stored: [second] });
});

test('a photo that was stored without a response is not sent again', async () => {
  const guest = await makeGuest(stays);
  expect(await report(guest, 'unanswered')).toEqual([201, 1]);
  expect(await readPaths(guest)).toEqual({ photos: tried, stored: tried });
});

test('a photo that could not be stored twice is dropped, and the report stands', async () => {
  const guest = await makeGuest(stays);
  expect(await report(guest, 'lost', 'lost')).toEqual([201, 0]);
  expect(new Set(tried).size).toBe(2);
  expect(await readPaths(guest)).toEqual({ photos: [], stored: [] });
});

test('a report that is sent again sends no stored photo, and one that is not stored under another path', async () => {
  const guest = await makeGuest(stays);
  expect(await report(guest, 'stored')).toEqual([201, 1]);
  expect(await report(guest)).toEqual([200, 1]);
  expect(tried).toEqual([]);

  // The server ended between the report and its photo.
  const [before] = await stays.database.sql<{ path: string }>(
    `update public.incidents set photos = array[replace(photos[1], '.webp', 'x.webp')]
     where booking_id = $1 returning photos[1] as path`,
    [guest.bookingId],
  );
  expect(await report(guest, 'stored')).toEqual([200, 1]);
  expect(tried).toHaveLength(1);
  expect(tried).not.toContain(before?.path);
  expect(await readPaths(guest)).toEqual({ photos: tried, stored: tried });
});
