import { expect, test } from 'vitest';
import { GET } from './route.ts';

test.each([
  ['a code as printed', 'RM-SUNSET22', '/stay/room/RM-SUNSET22'],
  ['a code in small letters with spaces', ' rm sunset22 ', '/stay/room/RM-SUNSET22'],
  ['a pasted address', 'https://stays.example/stay/room/RM-SUNSET22', '/stay/room/RM-SUNSET22'],
  ['a code with a look-alike goes back to the form', 'RM-SUNSET20', '/?code=RM-SUNSET20'],
  ['a booking code', 'bk-guest2', '/stay/BK-GUEST2'],
  ['an access code', 'wakeup23', '/session/WAKE-UP23'],
  ['an old payload', '{"room_code":"RM-SUNSET22"}', '/stay/room/RM-SUNSET22'],
  ['of an address elsewhere only the code', 'https://evil.example/stay/BK-GUEST2', '/stay/BK-GUEST2'],
  ['nothing goes back to the form', '', '/?code='],
  ['what looks like another site stays here', '//evil.example', '/?code=%2F%2Fevil.example'],
  ['a line break stays out of the headers', 'a\r\nset-cookie: b', '/?code=a%0D%0Aset-cookie%3A+b'],
])('%s', (_guarantee, code, location) => {
  const response = GET(new Request(`http://localhost/open?${new URLSearchParams({ code })}`));
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toBe(location);
});

test('on a room’s page eight characters in a row are a room code', () => {
  const response = GET(new Request('http://localhost/open?expects=room&code=sunset22'));
  expect(response.headers.get('location')).toBe('/stay/room/RM-SUNSET22');
});
