import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setDocuments } from '@/testing/document-calls';
import { makeGuest } from '@/testing/make-guest';
import { namedHandlers } from '@/testing/named-handlers';
import { formatTestRequest, newAddress } from '@/testing/send-request';
import { startTestStays, type TestStays } from '@/testing/start-test-stays';
import { validRequests } from '@/testing/valid-requests';

const writes = namedHandlers.filter(([, { definition }]) => definition.body !== undefined);

let stays: TestStays;
beforeAll(async () => {
  stays = await startTestStays();
  await setDocuments(stays, 'sunset-hotel', 'image');
});
afterAll(() => stays.close());

const json = { 'content-type': 'application/json' };
const form = { 'content-type': 'multipart/form-data; boundary=x' };
const part = (name: string, value: string, file = '') =>
  `--x\r\ncontent-disposition: form-data; name="${name}"${file}\r\n\r\n${value}\r\n`;
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

/** An endless stream, without a content-length. */
const endless = () =>
  new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(1024).fill(32)),
  });

type Odd = { headers: Record<string, string>; body: string | Uint8Array<ArrayBuffer> | ReadableStream };

/** What each route that takes files asks for besides them, and what it calls them. */
const fieldsOf = (name: string) =>
  name.endsWith('/documents')
    ? part('documentType', 'passport') + part('consentVersion', '1')
    : part('title', 'Cold') + part('priority', 'low');
const fileOf = (name: string) => (name.endsWith('/documents') ? 'file' : 'photos');

const odd: [string, (name: string) => Odd, number[]][] = [
  ['nothing', () => ({ headers: json, body: '' }), [400]],
  ['null', () => ({ headers: json, body: 'null' }), [400]],
  ['a list', () => ({ headers: json, body: '[]' }), [400]],
  ['a text', () => ({ headers: json, body: '"x"' }), [400]],
  ['a number too large to be one', () => ({ headers: json, body: '1e999' }), [400]],
  ['half an object', () => ({ headers: json, body: '{"a":' }), [400]],
  ['a prototype of its own', () => ({ headers: json, body: '{"__proto__":{"isAdmin":true},"x":1}' }), [400]],
  ['a constructor', () => ({ headers: json, body: '{"constructor":{"prototype":{}}}' }), [400]],
  ['lists in lists, as deep as fit in 64 kB', () => ({ headers: json, body: nested(32_000) }), [400]],
  [
    'objects in objects',
    () => ({ headers: json, body: `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}` }),
    [400],
  ],
  [
    'ten thousand fields',
    () => ({ headers: json, body: `{${Array.from({ length: 5000 }, (_, n) => `"k${n}":1`).join()}}` }),
    [400],
  ],
  ['bytes that are not UTF-8', () => ({ headers: json, body: Uint8Array.of(0xff, 0xfe, 0x7b) }), [400]],
  ['a stream without an end', () => ({ headers: json, body: endless() }), [413]],
  [
    'a content-length larger than the body',
    () => ({ headers: { ...json, 'content-length': '70000' }, body: '{}' }),
    [413],
  ],
  [
    'a zipped body',
    () => ({ headers: { ...json, 'content-encoding': 'gzip' }, body: Uint8Array.of(0x1f, 0x8b, 8, 0) }),
    [400],
  ],
  [
    'XML',
    () => ({
      headers: { 'content-type': 'application/xml' },
      body: '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><x>&y;</x>',
    }),
    [415],
  ],
  [
    'two types at once',
    () => ({ headers: { 'content-type': 'text/plain, application/json' }, body: '{}' }),
    [415],
  ],
  ['a form without its end', () => ({ headers: form, body: part('title', 'Cold') }), [400, 415]],
  [
    'a form without a boundary',
    () => ({ headers: { 'content-type': 'multipart/form-data; boundary=' }, body: 'x' }),
    [400, 415],
  ],
  [
    'a form with an unknown field',
    () => ({
      headers: form,
      body: `${part('title', 'Cold')}${part('priority', 'low')}${part('isAdmin', '1')}--x--`,
    }),
    [400, 415],
  ],
  [
    'a form with a file for a title',
    () => ({
      headers: form,
      body: `${part('title', 'Cold', '; filename="a.txt"')}${part('priority', 'low')}--x--`,
    }),
    [400, 415],
  ],
  [
    'a form with four photos',
    () => ({
      headers: form,
      body: `${part('title', 'Cold')}${part('priority', 'low')}${part('photos', 'x', '; filename="a.jpg"').repeat(4)}--x--`,
    }),
    [400, 415],
  ],
  [
    'a photo that is an SVG with a script',
    (name) => ({
      headers: form,
      body: `${fieldsOf(name)}${part(fileOf(name), '<svg onload=alert(1)>', '; filename="a.jpg"')}--x--`,
    }),
    [415],
  ],
];

describe.each(writes)('%s', (name, handler) => {
  test.each(odd)(
    'the route refuses %s as its body and reveals no internals',
    async (_what, make, statuses) => {
      const guest = await makeGuest(stays);
      const ask = await validRequests[name]?.(stays, guest);
      const { headers, body } = make(name);
      const { path } = formatTestRequest(handler, { params: ask?.params ?? {} });
      const response = await stays.call(handler, path, {
        address: newAddress(),
        init: {
          method: 'POST',
          headers: {
            ...ask?.headers,
            ...headers,
            ...(ask?.token === undefined ? {} : { authorization: `Bearer ${ask.token}` }),
          },
          body,
          ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
        },
      });
      const text = await response.text();
      expect(statuses, text).toContain(response.status);
      expect(text).not.toMatch(/postgres|pgrst|stack|node_modules|select |passwd|RangeError|SyntaxError/i);
    },
  );
});
