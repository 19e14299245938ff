import { expect, test } from 'vitest';
import {
  formatClearedPastSessionCookie,
  formatPastSessionCookie,
  hadSessionFor,
} from './past-session-cookie';

const now = new Date('2026-11-21T12:00:00Z');
const stay = {
  codes: ['RM-SUNSET22', 'BK-GUEST2'],
  salt: 'salt of this server',
  expiresAt: new Date('2026-11-22T12:00:00Z'),
  isSecure: true,
};

function readValue(cookie: string): string {
  return cookie.split(';', 1)[0]?.split('=')[1] ?? '';
}

const requestWith = (cookie: string | null) => ({ headers: new Headers(cookie === null ? {} : { cookie }) });

test('the past-session cookie counts for the codes of its session and for no other', () => {
  const value = `locale=en; ${formatPastSessionCookie(stay, now).split(';', 1)}; gudbro_guest=x`;
  expect(hadSessionFor(requestWith(value), 'RM-SUNSET22', stay.salt)).toBe(true);
  expect(hadSessionFor(requestWith(value), 'BK-GUEST2', stay.salt)).toBe(true);
  expect(hadSessionFor(requestWith(value), 'RM-BEACH234', stay.salt)).toBe(false);
  expect(hadSessionFor(requestWith(null), 'RM-SUNSET22', stay.salt)).toBe(false);
  expect(hadSessionFor(requestWith(''), 'RM-SUNSET22', stay.salt)).toBe(false);
});

test('the past-session cookie lives three days longer than the session and is HttpOnly', () => {
  const cookie = formatPastSessionCookie(stay, now);
  expect(cookie).toContain(`Max-Age=${4 * 24 * 60 * 60};`);
  expect(cookie).toMatch(/HttpOnly; Secure; SameSite=Lax$/);
});

test('the past-session cookie holds no code, only hashes that depend on the salt', () => {
  const value = readValue(formatPastSessionCookie(stay, now));
  expect(value).toMatch(/^[\w-]{16}\.[\w-]{16}$/);
  expect(readValue(formatPastSessionCookie({ ...stay, salt: 'another' }, now))).not.toBe(value);
});

test('the past-session cookie that a page writes counts for every code, and signing out clears the cookie', () => {
  expect(hadSessionFor(requestWith('gudbro_had_stay=*'), 'RM-SUNSET22', stay.salt)).toBe(true);
  expect(formatClearedPastSessionCookie(false)).toBe(
    'gudbro_had_stay=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax',
  );
});
