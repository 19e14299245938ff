import { expect, test } from 'vitest';
import { GET } from './route.ts';

function choose(locale: string, path: string): Response {
  return GET(new Request(`http://localhost/locale?${new URLSearchParams({ locale, path })}`));
}

test('a choice is kept for a year and leads back to the page it was made on', () => {
  const response = choose('vi', '/stay/room/RM-SUNSET22');
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toBe('/stay/room/RM-SUNSET22');
  expect(response.headers.get('set-cookie')).toBe(
    'locale=vi; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax',
  );
});

test.each(['pt', 'vi; Domain=evil.example', ''])('a language we do not have (%j) is not kept', (locale) => {
  expect(choose(locale, '/').headers.get('set-cookie')).toBeNull();
});

test('a choice never leads to another site', () => {
  expect(choose('vi', '//evil.example').headers.get('location')).toBe('/');
});
