import { expect, test } from 'vitest';
import { createPageCache, fillPage } from './page-cache.ts';

const page = (text: string, length = 10) => ({
  headers: {},
  parts: [Buffer.from(text.padEnd(length))],
  nonce: 'old',
});

test('a full cache removes the page that was not read for longest', () => {
  const cache = createPageCache(33);
  for (const key of ['a', 'b', 'c']) {
    cache.set(key, page(key));
  }
  cache.get('a');
  cache.set('d', page('d'));
  const cached = ['a', 'b', 'c', 'd'].filter((key) => cache.has(key));
  expect(cached).toEqual(['a', 'c', 'd']);
});

test('a page that is set again counts once in the size of the cache', () => {
  const cache = createPageCache(33);
  cache.set('a', page('a'));
  for (let time = 0; time < 5; time += 1) {
    cache.set('b', page('b', 20));
  }
  expect(cache.has('a')).toBe(true);
  expect(cache.has('b')).toBe(true);
});

test('a page larger than the cache is not cached', () => {
  const cache = createPageCache(33);
  cache.set('a', page('a', 33));
  expect(cache.has('a')).toBe(false);
});

test('an empty page is cached like any other', () => {
  const cache = createPageCache(33);
  cache.set('a', { headers: {}, parts: [Buffer.alloc(0)], nonce: 'old' });
  expect(cache.has('a')).toBe(true);
});

test('a cached page gets the nonce of each request, in its document and its headers', () => {
  const parts = ['<script nonce="', '"></script>', '', 'ende'].map((part) => Buffer.from(part));
  const headers = { link: '</a.css>; rel=preload; nonce="old"', 'x-count': 1 };
  const filled = fillPage({ headers, parts, nonce: 'old' }, 'N');
  expect(filled.document.toString()).toBe('<script nonce="N"></script>NNende');
  expect(filled.headers).toEqual({
    link: '</a.css>; rel=preload; nonce="N"',
    'x-count': 1,
    'content-length': 33,
  });
});
