import { describe, expect, it } from 'vitest';
import { formatGuestCookie, readCookieValues } from './guest-cookie.ts';
import { NOW } from './testing/test-auth.ts';

describe('readCookieValues', () => {
  it.each([
    ['', []],
    ['a', []],
    ['=1', []],
    ['a=1', ['1']],
    ['b=2; a=1', ['1']],
    ['a=1;a=2;  a=3', ['1', '2', '3']],
    [' a = "1" ', ['1']],
    ['a="', ['"']],
    ['a=x=y', ['x=y']],
    ['A=1', []],
    ['a=%41', ['%41']],
    ['__proto__=1; a=2', ['2']],
  ])('finds the values of the cookie in %j', (header, values) => {
    expect(readCookieValues(header, 'a')).toEqual(values);
  });
});

describe('formatGuestCookie', () => {
  const cookie = { name: 'a', secure: true };

  it('sets Max-Age=0 for a token that has ended, never a negative one', () => {
    const issued = { token: 'a.b.c', expiresAt: new Date(0) };
    expect(formatGuestCookie(issued, cookie, NOW)).toContain('Max-Age=0;');
  });

  it.each(['', 'a; Domain=evil.example', 'a\r\nSet-Cookie: b=1', 'a b'])('refuses %j as a token', (token) => {
    const format = () => formatGuestCookie({ token, expiresAt: NOW }, cookie, NOW);
    expect(format).toThrow(expect.objectContaining({ code: 'invalid_token' }));
  });
});
