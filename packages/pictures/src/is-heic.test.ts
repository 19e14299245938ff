import { expect, test } from 'vitest';
import { isHeic } from './is-heic.ts';
import { makeHeic } from './testing/index.ts';

/** The first box of a file of these kinds, the own one first, and something behind it. */
function makeHead(own: string, ...others: string[]): Uint8Array {
  const text = `\0\0\0${String.fromCharCode(16 + 4 * others.length)}ftyp${own}\0\0\0\0${others.join('')}`;
  return new Uint8Array(Buffer.from(`${text}\0\0\0\x20metaheicheicheic`, 'latin1'));
}

test.each([
  ['heic', ['mif1', 'heic']],
  ['heix', ['mif1', 'heix']],
  ['heim', []],
  ['heis', []],
  ['hevc', ['msf1', 'hevc']],
  ['mif1', ['heic', 'miaf']],
  ['mif1', []],
  ['msf1', ['hevc']],
  ['miaf', ['mif1', 'heic']],
])('a file of the kind %s, readable as %j, is a HEIC', (own, others) => {
  expect(isHeic(makeHead(own, ...others))).toBe(true);
});

test.each([
  ['avif', ['mif1', 'miaf']],
  ['avif', ['mif1', 'heic']],
  ['mif1', ['avif', 'miaf']],
  ['avis', ['msf1']],
  ['isom', ['iso2', 'avc1', 'mp41']],
  ['qt  ', []],
  ['crx ', ['isom']],
])('a file of the kind %s, readable as %j, is none', (own, others) => {
  expect(isHeic(makeHead(own, ...others))).toBe(false);
});

test('a HEIC is known by its content, wherever its bytes are in memory', () => {
  expect(isHeic(makeHeic())).toBe(true);
  expect(isHeic(new Uint8Array(Buffer.concat([Buffer.alloc(3), makeHeic()])).subarray(3))).toBe(true);
});

test.each([
  ['nothing', ''],
  ['four bytes', '\0\0\0\x18'],
  ['a box without a kind', '\0\0\0\x08ftyp'],
  ['a JPEG', '\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01'],
  ['a PNG', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
  ['a PDF', '%PDF-1.7 ftypheic'],
  ['a WebP', 'RIFF\0\0\0\0WEBPVP8 '],
  ['a text', 'no picture, but heic and mif1'],
])('%s is no HEIC', (_, bytes) => {
  expect(isHeic(new Uint8Array(Buffer.from(bytes, 'latin1')))).toBe(false);
});
