import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { listQueries } from './list-queries.ts';

/** A list in front of a database that responds with what it was sent. */
async function listOfEcho() {
  const database = createServer(async (request, response) => {
    response.writeHead(201, { 'content-type': 'text/plain' });
    response.end(`${request.method} ${request.url} ${request.headers['apikey']} ${await text(request)}`);
  });
  await new Promise<void>((resolve) => database.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void database.close());
  const { port } = database.address() as AddressInfo; // an http server on a port has no other kind of address
  const list = await listQueries(`http://127.0.0.1:${port}`);
  onTestFinished(list.close);
  return list;
}

test('a request and its response pass through unchanged', async () => {
  const { databaseUrl } = await listOfEcho();
  const request = { method: 'POST', headers: { apikey: 'a key' }, body: 'a body' };
  const response = await fetch(`${databaseUrl}/rest/v1/rpc/one?x=1`, request);
  expect(response.status).toBe(201);
  expect(await response.text()).toBe('POST /rest/v1/rpc/one?x=1 a key a body');
});

test('queries are listed once, and what is no query is not listed', async () => {
  const { databaseUrl, queriesUrl } = await listOfEcho();
  for (const path of ['/rest/v1/rooms?select=id', '/auth/v1/token']) {
    await (await fetch(`${databaseUrl}${path}`)).text();
  }
  const read = async () => (await fetch(queriesUrl)).json();
  expect(await read()).toEqual(['GET /rest/v1/rooms']);
  expect(await read()).toEqual([]);
});
