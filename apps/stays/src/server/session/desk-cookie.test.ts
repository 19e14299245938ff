import { expect, test } from 'vitest';
import { formatClearedDeskCookie, formatDeskCookies, readKnownDesk } from './desk-cookie';

const desk = {
  name: 'Nhà Hướng Biển',
  slug: 'beach-view',
  contactPhone: '+84 236 555 0118',
  contactWhatsapp: '+84905550118',
};
const requestWith = (cookie: string) => ({ headers: new Headers(cookie === '' ? {} : { cookie }) });
const [setCookie = ''] = formatDeskCookies(requestWith(''), desk, true);
const stored = setCookie.split(';')[0] ?? '';

test('a browser that was shown a property’s page remembers its desk, with any letters in the name and its numbers spaced', () => {
  expect(readKnownDesk(requestWith(`a=b; ${stored}`))).toEqual({
    name: 'Nhà Hướng Biển',
    slug: 'beach-view',
    phone: '+84 236 555 0118',
    whatsapp: '+84 905 550 118',
  });
});

test('the cookie is out of reach of scripts and of other sites’ forms, and ends after a week', () => {
  expect(setCookie).toMatch(/; Max-Age=604800; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
});

test('a browser that remembers this desk gets no second cookie, and one that remembers another gets it', () => {
  expect(formatDeskCookies(requestWith(stored), desk, true)).toEqual([]);
  expect(formatDeskCookies(requestWith(stored), { ...desk, name: 'Other' }, true)).toHaveLength(1);
});

test('the service worker’s copy of a page sets no cookie: it may arrive after a sign-out', () => {
  const request = { headers: new Headers({ 'x-keep-copy': '1' }) };
  expect(formatDeskCookies(request, desk, true)).toEqual([]);
});

test('signing out removes it', () => {
  expect(formatClearedDeskCookie(false)).toMatch(/^gudbro_desk=; Max-Age=0; Path=\/;/);
});

test.each([
  ['', 'no cookie'],
  ['gudbro_desk=', 'an empty one'],
  ['gudbro_desk=%%%', 'no base64'],
  [`gudbro_desk=${Buffer.from('{"name":1}').toString('base64url')}`, 'another shape'],
  [
    `gudbro_desk=${Buffer.from(JSON.stringify({ name: 'x'.repeat(201), slug: 'x', phone: null, whatsapp: null })).toString('base64url')}`,
    'a name without end',
  ],
])('%s is no desk: %s', (cookie) => {
  expect(readKnownDesk(requestWith(cookie))).toBeNull();
});
