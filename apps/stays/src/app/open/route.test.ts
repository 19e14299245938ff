import { expect, test } from 'vitest';
import { GET } from './route.ts';

test.each([
  ['a code as printed', 'RM-SUNSET22', '/stay/room/RM-SUNSET22'],
  ['a code in small letters with spaces', ' rm sunset22 ', '/stay/room/RM-SUNSET22'],
  ['a pasted address', 'https://stays.example/stay/room/RM-SUNSET22', '/stay/room/RM-SUNSET22'],
  ['a code with a look-alike character back to the form', 'RM-SUNSET20', '/?code=RM-SUNSET20'],
  ['a booking code', 'bk-guest2', '/stay/BK-GUEST2'],
  ['an access code', 'wake-up23', '/session/WAKE-UP23'],
  ['eight characters without a hyphen, as a room code', 'sunset22', '/stay/room/RM-SUNSET22'],
  ['an old QR payload', '{"room_code":"RM-SUNSET22"}', '/stay/room/RM-SUNSET22'],
  [
    'an address on another host to the code in it, on this site',
    'https://evil.example/stay/BK-GUEST2',
    '/stay/BK-GUEST2',
  ],
  ['empty input back to the form', '', '/?code='],
  ['input like the address of another site back to the form', '//evil.example', '/?code=%2F%2Fevil.example'],
  ['input with line breaks to an encoded location', 'a\r\nset-cookie: b', '/?code=a%0D%0Aset-cookie%3A+b'],
])('the code form redirects for %s', (_case, code, location) => {
  const response = GET(new Request(`http://localhost/open?${new URLSearchParams({ code })}`));
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toBe(location);
});
