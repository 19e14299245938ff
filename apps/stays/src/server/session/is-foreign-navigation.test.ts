import { expect, test } from 'vitest';
import { isForeignNavigation } from './is-foreign-navigation';

const own = 'https://stays.example';

test.each([
  ['a scan or a typed address', { 'sec-fetch-site': 'none' }, false],
  ['a page of ours', { 'sec-fetch-site': 'same-origin' }, false],
  ['another site', { 'sec-fetch-site': 'cross-site' }, true],
  ['another host of our domain', { 'sec-fetch-site': 'same-site' }, true],
  ['another site that claims to be ours', { 'sec-fetch-site': 'cross-site', referer: `${own}/` }, true],
  ['nowhere, in a browser that says nothing', {}, false],
  ['a page of ours, in a browser that names it', { referer: `${own}/stay/BK-GUEST2` }, false],
  ['another site, in a browser that names it', { referer: 'https://evil.test/' }, true],
  ['a site that begins like ours', { referer: 'https://stays.example.evil.test/' }, true],
  ['our host with another port', { referer: 'https://stays.example:8443/' }, true],
  ['a foreign form', { origin: 'https://evil.test' }, true],
  ['a hidden origin', { origin: 'null' }, true],
  ['a foreign form with our referer', { origin: 'https://evil.test', referer: `${own}/` }, true],
])('whether %s is foreign, with the headers %j: %s', (_from, headers, expected) => {
  expect(isForeignNavigation({ headers: new Headers(headers) }, own)).toBe(expected);
});
