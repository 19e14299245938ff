import { expect, test } from 'vitest';
import { describeStays } from './seed-stays.ts';
import type { ServerResponse } from './send-request.ts';
import { createWatch, findForeignData, findStatusProblems } from './watch.ts';

const [own, other] = describeStays(2);
if (own === undefined || other === undefined) {
  throw new TypeError('Two stays were asked for.');
}

const respond = (status: number, text = '', headers: ServerResponse['headers'] = {}): ServerResponse => ({
  kind: 'response',
  status,
  headers,
  text,
});

test('own name and codes are no violation, those of another guest are', () => {
  expect(findForeignData(`${own.canary} ${own.roomCode} ${own.bookingCode}`, own)).toEqual([]);
  for (const foreign of [other.canary, other.roomCode, other.bookingCode]) {
    expect(findForeignData(`a ${foreign} b ${foreign}`, own)).toEqual([
      `contains ${foreign} of another guest`,
    ]);
  }
});

test.each([
  ['a fault of ours', respond(500, 'oops'), true, ['status 500 oops']],
  ['an error of the database', respond(504), true, ['status 504 ']],
  ['no wait', respond(503, '{"error":"unavailable"}'), true, ['status 503 without Retry-After']],
  ['another error', respond(503, '{}', { 'retry-after': '5' }), true, ['status 503 {}']],
  [
    'a product in which nothing is broken',
    respond(503, '{"error":"unavailable"}', { 'retry-after': '5' }),
    false,
    ['status 503 although nothing is broken'],
  ],
])('reports %s', (_what, response, isFaulty, problems) => {
  expect(findStatusProblems(response, isFaulty)).toEqual(problems);
});

test('accepts 503 with its error or as a page while the product is broken, and what guests do wrong always', () => {
  const retry = { 'retry-after': '5' };
  expect(findStatusProblems(respond(503, '{"error":"unavailable"}', retry), true)).toEqual([]);
  expect(findStatusProblems(respond(503, '<p>', { ...retry, 'content-type': 'text/html' }), true)).toEqual(
    [],
  );
  expect(findStatusProblems(respond(429), false)).toEqual([]);
});

test('counts, and lets requests that began during a fault end after it', () => {
  let now = 0;
  const shown: string[] = [];
  const watch = createWatch({ clock: () => now, onViolation: (what) => shown.push(what) });
  const about = { request: 'GET /', stay: own };
  const unavailable = respond(503, '{"error":"unavailable"}', { 'retry-after': '5' });
  watch.setFaulty(true);
  watch.inspect(unavailable, about);
  watch.setFaulty(false);
  watch.inspect(unavailable, about);
  expect(watch.violations).toEqual([]);
  now = 11_000;
  watch.inspect(unavailable, about);
  watch.inspect({ kind: 'hang' }, about);
  expect(watch.violations).toEqual([
    'GET /: status 503 although nothing is broken',
    'GET /: no response in time',
  ]);
  expect(shown).toEqual(watch.violations);
  expect(watch.counts.get('503')).toBe(3);
});
