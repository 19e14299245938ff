import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { type Cut, startCuttingProxy } from './cutting-proxy.ts';
import { sendRequest } from './send-request.ts';

/** A server that remembers the bodies it has read whole, and responds with its name. */
async function serve(name: string) {
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    request.once('error', () => undefined);
    for await (const part of request) {
      parts.push(part);
    }
    bodies.push(String(Buffer.concat(parts)));
    response.end(name);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, bodies };
}

async function sendThrough(cut: Cut | null) {
  const target = await serve('here');
  const proxy = await startCuttingProxy(() => cut);
  onTestFinished(proxy.close);
  proxy.setTargets([target.url]);
  const outcome = await sendRequest({ method: 'POST', url: proxy.url, headers: {}, body: '{"a":1}' });
  return { outcome, bodies: target.bodies, counts: proxy.countCuts() };
}

test('without a cut a request and its response pass', async () => {
  const { outcome, bodies } = await sendThrough(null);
  expect(outcome).toMatchObject({ kind: 'response', status: 200, text: 'here' });
  expect(bodies).toEqual(['{"a":1}']);
});

test.each<[Cut, number]>([
  [{ at: 'connect' }, 0],
  [{ at: 'request', share: 0.5 }, 0],
  [{ at: 'response', share: 0 }, 1],
  [{ at: 'response', share: 0.5 }, 1],
])('cut at %o, the caller gets no response, and the server has read %i requests', async (cut, count) => {
  const { outcome, bodies, counts } = await sendThrough(cut);
  expect(outcome).toEqual({ kind: 'cut' });
  expect(bodies).toHaveLength(count);
  expect(counts[cut.at]).toBe(1);
});

test('a caller that is gone after its request has still sent the whole of it', async () => {
  const { outcome, bodies } = await sendThrough({ at: 'sent' });
  expect(outcome).toEqual({ kind: 'cut' });
  await expect.poll(() => bodies).toEqual(['{"a":1}']);
});

test('connections go to the targets in turn', async () => {
  const targets = [await serve('one'), await serve('two')];
  const proxy = await startCuttingProxy(() => null);
  onTestFinished(proxy.close);
  proxy.setTargets(targets.map(({ url }) => url));
  const names: string[] = [];
  for (let count = 0; count < 4; count += 1) {
    const outcome = await sendRequest({ method: 'GET', url: proxy.url, headers: {} });
    names.push(outcome.kind === 'response' ? outcome.text : outcome.kind);
  }
  expect(names).toEqual(['one', 'two', 'one', 'two']);
});
