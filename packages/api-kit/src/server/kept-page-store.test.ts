import { expect, test } from 'vitest';
import { createKeptPageStore, fillPage } from './kept-page-store.ts';

const page = (text: string, length = 10) => ({
  headers: {},
  parts: [Buffer.from(text.padEnd(length))],
  nonce: 'old',
});

test('what was not asked for longest makes room', () => {
  const store = createKeptPageStore(30);
  for (const key of ['a', 'b', 'c']) {
    store.set(key, page(key));
  }
  store.get('a');
  store.set('d', page('d'));
  const kept = ['a', 'b', 'c', 'd'].filter((key) => store.get(key) !== null);
  expect(kept).toEqual(['a', 'c', 'd']);
});

test('a page set again counts once', () => {
  const store = createKeptPageStore(30);
  store.set('a', page('a'));
  for (let time = 0; time < 5; time += 1) {
    store.set('b', page('b', 20));
  }
  expect(store.get('a')).not.toBeNull();
  expect(store.get('b')).not.toBeNull();
});

test('what is larger than all the room there is, is not kept', () => {
  const store = createKeptPageStore(30);
  store.set('a', page('a', 31));
  expect(store.get('a')).toBeNull();
});

test('a page is filled with the nonce of each request, wherever there was one', () => {
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
