import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createNativeTestDatabase } from '@gudbro/supabase-local/native';
import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectTo } from '@/testing/connect-to';
import { databaseOutages, failOn } from '@/testing/outages';
import { type SignedInAccount, signUpAccount } from '@/testing/sign-up-account';
import type { AccountClient } from './account-client.ts';

let db: TestDatabase;
let owner: SignedInAccount;

beforeAll(async () => {
  db = await createNativeTestDatabase({ seed: true });
  owner = await signUpAccount(db, 'owner@example.com');
});

afterAll(() => db.close());

const listRoomNumbers = (client: AccountClient) =>
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
  // The address of a server on a port has this form.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const neverResponds: RequestListener = () => undefined;
const stopsInTheMiddle: RequestListener = (_request, response) => response.write('[{"room_number":');

test('a query returns only the rows that its account may read', async () => {
  expect(await listRoomNumbers(owner.client)).toEqual([{ room_number: '12' }, { room_number: '14' }]);
});

test('an error that the database raises is thrown as an ApiError with its code', async () => {
  const checkIn = owner.client.query((source) => source.rpc('check_in', { booking_id: crypto.randomUUID() }));
  await expect(checkIn).rejects.toMatchObject({ name: 'ApiError', code: 'not_found' });
});

test('the second of two writes that name the same version changes nothing and returns null', async () => {
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

test.each(databaseOutages)('a query throws `unavailable` where %s', async (_why, fail) => {
  const client = connectTo(db, owner.jar, { fetch: failOn(db, '/rest/', fail) });
  await expect(listRoomNumbers(client)).rejects.toMatchObject({ code: 'unavailable' });
});

test.each([
  ['accepts a request and never responds', neverResponds],
  ['stops in the middle of a response', stopsInTheMiddle],
])('a query throws `unavailable` after the time limit where the database %s', async (_what, handle) => {
  await withServer('/rest/', handle, async (send) => {
    const client = connectTo(db, owner.jar, { fetch: send, timeLimitMs: 20 });
    await expect(listRoomNumbers(client)).rejects.toMatchObject({ code: 'unavailable' });
  });
});

test('a call of Supabase Auth throws `unavailable` after the time limit where it never responds', async () => {
  await withServer('/auth/', neverResponds, async (send) => {
    const client = connectTo(db, owner.jar, { fetch: send, timeLimitMs: 20 });
    await expect(client.auth((auth) => auth.getClaims())).rejects.toMatchObject({ code: 'unavailable' });
  });
});

test('after one failed request the client sends no further one', async () => {
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
