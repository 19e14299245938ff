import { expect, test } from 'vitest';
import { formatClearedHadStayCookie, formatHadStayCookie, readHadStay } from './had-stay-cookie';

const now = new Date('2026-11-21T12:00:00Z');
const stay = {
  codes: ['RM-SUNSET22', 'BK-GUEST2'],
  salt: 'salt of this house',
  expiresAt: new Date('2026-11-22T12:00:00Z'),
  isSecure: true,
};

function readValue(cookie: string): string {
  return cookie.split(';', 1)[0]?.split('=')[1] ?? '';
}

test('the cookie of an ended session knows the pages the session was for, and no other', () => {
  const value = `locale=en; ${formatHadStayCookie(stay, now).split(';', 1)}; gudbro_guest=x`;
  expect(readHadStay(value, 'RM-SUNSET22', stay.salt)).toBe(true);
  expect(readHadStay(value, 'BK-GUEST2', stay.salt)).toBe(true);
  expect(readHadStay(value, 'RM-BEACH234', stay.salt)).toBe(false);
  expect(readHadStay(null, 'RM-SUNSET22', stay.salt)).toBe(false);
  expect(readHadStay('', 'RM-SUNSET22', stay.salt)).toBe(false);
});

test('the cookie of an ended session outlives it by three days, out of reach of scripts', () => {
  const cookie = formatHadStayCookie(stay, now);
  expect(cookie).toContain(`Max-Age=${4 * 24 * 60 * 60};`);
  expect(cookie).toMatch(/HttpOnly; SameSite=Lax; Secure$/);
});

test('the cookie of an ended session holds no code, and nothing to find one by without the salt', () => {
  const value = readValue(formatHadStayCookie(stay, now));
  expect(value).toMatch(/^[\w-]{16}\.[\w-]{16}$/);
  expect(readValue(formatHadStayCookie({ ...stay, salt: 'another' }, now))).not.toBe(value);
});

test('the cookie of an ended session counts on every page when the page wrote it, and signing out clears it', () => {
  expect(readHadStay('gudbro_had_stay=*', 'RM-SUNSET22', stay.salt)).toBe(true);
  expect(formatClearedHadStayCookie(false)).toBe(
    'gudbro_had_stay=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax',
  );
});
