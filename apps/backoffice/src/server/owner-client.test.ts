import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createTestDatabase, type TestDatabase } from '@gudbro/supabase-local/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectTo } from '@/testing/connect-to';
import { databaseOutages, failOn } from '@/testing/outages';
import { type SignedInOwner, signUpOwner } from '@/testing/sign-up-owner';
import type { OwnerClient } from './owner-client.ts';

let db: TestDatabase;
let owner: SignedInOwner;

beforeAll(async () => {
  db = await createTestDatabase({ seed: true });
  owner = await signUpOwner(db, 'owner@example.com');
});

afterAll(() => db.close());

const listRoomNumbers = (client: OwnerClient) =>
  client.query((source) => source.from('accom_rooms').select('room_number').order('room_number').limit(2));

/** Runs `use` with a fetch that sends requests for `path` to a server which handles them with `handle`. */
async function withServer(path: string, handle: RequestListener, use: (send: typeof fetch) => Promise<void>) {
  const server = createServer(handle).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    await use(failOn(db, path, (_input, init) => fetch(addressOf(server), { signal: init?.signal ?? null })));
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

function addressOf(server: Server): string {
  // The address of a server that listens on a port is this object.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const neverResponds: RequestListener = () => undefined;
const stopsInTheMiddle: RequestListener = (_request, response) => response.write('[{"room_number":');

test('a query returns the rows, and only those its person may read', async () => {
  expect(await listRoomNumbers(owner.client)).toEqual([{ room_number: '12' }, { room_number: '14' }]);
});

test('a step that the database refuses is thrown with the database’s own error code', async () => {
  const checkIn = owner.client.query((source) => source.rpc('check_in', { booking_id: crypto.randomUUID() }));
  await expect(checkIn).rejects.toMatchObject({ name: 'ApiError', code: 'not_found' });
});

test('of two writes that read the same version, the second one changes nothing', async () => {
  const [room] = await owner.client.query((source) =>
    source.from('accom_rooms').select('id, updated_at').eq('room_number', '203'),
  );
  const write = (floor: string) =>
    owner.client.query((source) =>
      source
        .from('accom_rooms')
        .update({ floor })
        .eq('id', room?.id ?? '')
        .eq('updated_at', room?.updated_at ?? '')
        .select('floor')
        .maybeSingle(),
    );
  expect(await write('2')).toEqual({ floor: '2' });
  expect(await write('3')).toBeNull();
});

test.each(databaseOutages)('a query says `unavailable` where %s', async (_why, fail) => {
  const client = connectTo(db, owner.jar, { fetch: failOn(db, '/rest/', fail) });
  await expect(listRoomNumbers(client)).rejects.toMatchObject({ code: 'unavailable' });
});

test.each([
  ['accepts a request and never responds', neverResponds],
  ['stops in the middle of a response', stopsInTheMiddle],
])('a database that %s is `unavailable` after the time limit', async (_what, handle) => {
  await withServer('/rest/', handle, async (send) => {
    const client = connectTo(db, owner.jar, { fetch: send, timeLimitMs: 20 });
    await expect(listRoomNumbers(client)).rejects.toMatchObject({ code: 'unavailable' });
  });
});

test('Supabase Auth that never responds is `unavailable` after the time limit', async () => {
  await withServer('/auth/', neverResponds, async (send) => {
    const client = connectTo(db, owner.jar, { fetch: send, timeLimitMs: 20 });
    await expect(client.auth((auth) => auth.getClaims())).rejects.toMatchObject({ code: 'unavailable' });
  });
});

test('after one failed request no further one is sent', async () => {
  let sent = 0;
  const send = failOn(db, '/rest/', () => {
    sent += 1;
    return Promise.reject(new TypeError('fetch failed'));
  });
  const client = connectTo(db, owner.jar, { fetch: send });
  await expect(listRoomNumbers(client)).rejects.toMatchObject({ code: 'unavailable' });
  await expect(listRoomNumbers(client)).rejects.toMatchObject({ code: 'unavailable' });
  expect(sent).toBe(1);
});
