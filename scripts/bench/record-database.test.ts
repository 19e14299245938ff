import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { recordDatabase } from './record-database.ts';
import { sendLoad } from './send-load.ts';

/** A recorder in front of a database that responds to each call with its number. */
async function recordNumbers(status = 200) {
  let calls = 0;
  const database = createServer((request, response) => {
    calls += 1;
    request.resume();
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(String(calls));
  });
  await new Promise<void>((resolve) => database.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void database.close());
  const { port } = database.address() as AddressInfo; // an http server on a port has no other kind of address
  const recorder = await recordDatabase(`http://127.0.0.1:${port}`);
  onTestFinished(recorder.close);
  return recorder;
}

const call = async (url: string, body: string) => (await fetch(url, { method: 'POST', body })).text();

test('a call is forwarded to the database once, and later calls get the recorded response', async () => {
  const { url, countForwarded } = await recordNumbers();
  expect([await call(url, 'a'), await call(url, 'a'), await call(url, 'b')]).toEqual(['1', '1', '2']);
  expect(countForwarded()).toBe(2);
});

test('a call that failed is forwarded again', async () => {
  const { url, countForwarded } = await recordNumbers(500);
  await call(url, 'a');
  await call(url, 'a');
  expect(countForwarded()).toBe(2);
});

test('a load ends at its maximum number of requests', async () => {
  const { url } = await recordNumbers();
  const { count } = await sendLoad(url, { connections: 2, milliseconds: 60_000, mostRequests: 7 });
  expect(count).toBe(7);
});

test('a load with a failed request throws', async () => {
  const { url } = await recordNumbers(503);
  const load = { connections: 2, milliseconds: 60_000, mostRequests: 7 };
  await expect(sendLoad(url, load)).rejects.toThrow('returned 503');
});
