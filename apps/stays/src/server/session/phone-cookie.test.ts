import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { formatClearedPhoneCookie, formatPhoneCookie, readPhone } from './phone-cookie';

const now = new Date('2026-11-21T12:00:00Z');
const sessionExpiresAt = new Date('2026-11-22T12:00:00Z');
const requestWith = (cookie: string) => ({ headers: new Headers({ cookie }) });

test('a phone without a cookie gets a secret of its own, and the database its hash only', () => {
  const [one, other] = [readPhone(requestWith(''), false), readPhone(requestWith(''), false)];
  expect(one.secret).toMatch(/^[\w-]{43}$/);
  expect(one.secret).not.toBe(other.secret);
  expect(one.keyHash).toBe(createHash('sha256').update(one.secret).digest('hex'));
});

test('the phone’s cookie is read back as the same phone, beside other cookies', () => {
  const phone = readPhone(requestWith(''), true);
  const cookie = formatPhoneCookie(phone, sessionExpiresAt, true, now);
  expect(readPhone(requestWith(`locale=en; ${cookie.split(';', 1)}; x=y`), true)).toEqual(phone);
});

test.each([
  ['a short value', 'gudbro_phone=abc'],
  ['other characters', `gudbro_phone=${'a'.repeat(42)}%`],
  ['a longer value', `gudbro_phone=${'a'.repeat(44)}`],
  ['another name', `x_gudbro_phone=${'a'.repeat(43)}`],
])('a phone’s cookie with %s is ignored', (_what, cookie) => {
  expect(readPhone(requestWith(cookie), false).secret).not.toContain('aaa');
});

test('on https a cookie that another host of the domain may have set is ignored', () => {
  const planted = 'a'.repeat(43);
  expect(readPhone(requestWith(`gudbro_phone=${planted}`), true).secret).not.toBe(planted);
});

test('the phone’s cookie is hidden from scripts and lives three days longer than the session', () => {
  const phone = readPhone(requestWith(''), true);
  expect(formatPhoneCookie(phone, sessionExpiresAt, true, now)).toBe(
    `__Host-gudbro_phone=${phone.secret}; Max-Age=${4 * 86_400}; Path=/; HttpOnly; Secure; SameSite=Lax`,
  );
  expect(formatClearedPhoneCookie(false)).toBe('gudbro_phone=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax');
});
