import { expect, test } from 'vitest';
import { GET } from './route.ts';

function choose(locale: string, path: string): Response {
  return GET(new Request(`http://localhost/locale?${new URLSearchParams({ locale, path })}`));
}

test('a chosen language is saved in a cookie for a year, and redirects back to the page', () => {
  const response = choose('vi', '/stay/room/RM-SUNSET22');
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toBe('/stay/room/RM-SUNSET22');
  expect(response.headers.get('set-cookie')).toBe(
    'locale=vi; Max-Age=31536000; Path=/; HttpOnly; SameSite=Lax',
  );
});

test.each(['pt', 'vi; Domain=evil.example', ''])(
  'a language that the app does not have (%j) is not saved',
  (locale) => {
    expect(choose(locale, '/').headers.get('set-cookie')).toBeNull();
  },
);

test('a chosen language never redirects to another site', () => {
  expect(choose('vi', '//evil.example').headers.get('location')).toBe('/');
});
