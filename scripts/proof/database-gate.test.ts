import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { type OnCall, type OnResponse, startDatabaseGate, storedObject } from './database-gate.ts';
import { sendRequest } from './send-request.ts';

async function sendThrough(onResponse: OnResponse, onCall?: OnCall, path = '/rest/v1/rpc/place_order?a=1') {
  const database = createServer(async (request, response) => {
    response.writeHead(201, { 'x-kept': 'yes' }).end(`made ${await text(request)}`);
  });
  await new Promise<void>((resolve) => database.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void database.close());
  const gate = await startDatabaseGate(
    `http://127.0.0.1:${(database.address() as AddressInfo).port}`,
    onResponse,
    onCall,
  );
  onTestFinished(gate.close);
  return sendRequest({
    method: 'POST',
    url: `${gate.url}${path}`,
    headers: {},
    body: '{}',
  });
}

test('a response passes with its status, headers and body, and is shown before', async () => {
  const seen: string[] = [];
  const outcome = await sendThrough(async (name, response) => {
    seen.push(name, response);
    return 'pass';
  });
  expect(seen).toEqual(['place_order', 'made {}']);
  expect(outcome).toMatchObject({
    kind: 'response',
    status: 201,
    text: 'made {}',
    headers: { 'x-kept': 'yes' },
  });
});

test('a dropped response does not reach the app, although the database has done its work', async () => {
  let response = '';
  const outcome = await sendThrough(async (_name, made) => {
    response = made;
    return 'drop';
  });
  expect(response).toBe('made {}');
  expect(outcome).toEqual({ kind: 'cut' });
});

test('a call that is dropped does not reach the database', async () => {
  const seen: string[] = [];
  const outcome = await sendThrough(
    async (_name, made) => {
      seen.push(made);
      return 'pass';
    },
    async (name) => {
      seen.push(name);
      return 'drop';
    },
    '/storage/v1/object/guest-documents/a/b',
  );
  expect([seen, outcome]).toEqual([[storedObject], { kind: 'cut' }]);
});

test('a database that cannot be reached looks to the app as it is', async () => {
  const gate = await startDatabaseGate('http://127.0.0.1:1', async () => 'pass');
  onTestFinished(gate.close);
  expect(await sendRequest({ method: 'POST', url: gate.url, headers: {}, body: '{}' })).toEqual({
    kind: 'cut',
  });
});
