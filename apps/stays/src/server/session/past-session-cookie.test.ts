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

test('the past-session cookie counts for the codes of its session and for no other', () => {
  const value = `locale=en; ${formatPastSessionCookie(stay, now).split(';', 1)}; gudbro_guest=x`;
  expect(hadSessionFor(value, 'RM-SUNSET22', stay.salt)).toBe(true);
  expect(hadSessionFor(value, 'BK-GUEST2', stay.salt)).toBe(true);
  expect(hadSessionFor(value, 'RM-BEACH234', stay.salt)).toBe(false);
  expect(hadSessionFor(null, 'RM-SUNSET22', stay.salt)).toBe(false);
  expect(hadSessionFor('', 'RM-SUNSET22', stay.salt)).toBe(false);
});

test('the past-session cookie lives three days longer than the session and is HttpOnly', () => {
  const cookie = formatPastSessionCookie(stay, now);
  expect(cookie).toContain(`Max-Age=${4 * 24 * 60 * 60};`);
  expect(cookie).toMatch(/HttpOnly; SameSite=Lax; Secure$/);
});

test('the past-session cookie holds no code, only hashes that depend on the salt', () => {
  const value = readValue(formatPastSessionCookie(stay, now));
  expect(value).toMatch(/^[\w-]{16}\.[\w-]{16}$/);
  expect(readValue(formatPastSessionCookie({ ...stay, salt: 'another' }, now))).not.toBe(value);
});

test('the past-session cookie that a page writes counts for every code, and signing out clears the cookie', () => {
  expect(hadSessionFor('gudbro_had_stay=*', 'RM-SUNSET22', stay.salt)).toBe(true);
  expect(formatClearedPastSessionCookie(false)).toBe(
    'gudbro_had_stay=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax',
  );
});
