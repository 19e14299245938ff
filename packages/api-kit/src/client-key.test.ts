import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashClient, readClientAddress } from './client-key.ts';

test.each([
  ['nobody in between: the socket', '198.51.100.1', null, 0, '198.51.100.1'],
  [
    'nobody in between: a forwarded header is the caller’s own writing',
    '198.51.100.1',
    '1.2.3.4',
    0,
    '198.51.100.1',
  ],
  ['one proxy: the entry it added', '10.0.0.1', '1.2.3.4, 203.0.113.9', 1, '203.0.113.9'],
  ['two proxies', '10.0.0.1', '1.2.3.4, 203.0.113.9, 10.0.0.2', 2, '203.0.113.9'],
  ['more proxies than entries: the furthest there is', '10.0.0.1', '203.0.113.9', 5, '203.0.113.9'],
  ['a proxy that forwards nothing', '10.0.0.1', null, 1, '10.0.0.1'],
] as const)('%s', (_case, socket, forwarded, hops, expected) => {
  expect(readClientAddress(socket, forwarded, hops)).toBe(expected);
});

test('whatever a caller writes into the header, it does not choose the address', () => {
  fc.assert(
    fc.property(fc.string(), (written) => {
      expect(readClientAddress('10.0.0.1', `${written}, 203.0.113.9`, 1)).toBe('203.0.113.9');
    }),
  );
});

test.each([
  ['2001:db8:1:2::1', '2001:db8:1:2:ffff:ffff:ffff:ffff', true],
  ['2001:0db8:0001:0002::1', '2001:DB8:1:2::2', true],
  ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
  ['2001:db8::1', '2001:db8:0:0:1::', true],
  ['::ffff:203.0.113.9', '203.0.113.9', true],
  ['203.0.113.9', '203.0.113.10', false],
  ['203.0.113.9:52011', '203.0.113.9:52012', true],
  ['203.0.113.9:52011', '203.0.113.9', true],
  ['[2001:db8:1:2::1]:52011', '2001:db8:1:2::1', true],
  ['[2001:db8:1:2::1]', '2001:db8:1:2::1', true],
  ['[2001:db8:1:2::1]:52011', '[2001:db8:1:3::1]:52011', false],
] as const)('%s and %s are one caller: %s', (one, other, isSame) => {
  expect(hashClient('salt', one) === hashClient('salt', other)).toBe(isSame);
});

test('another salt gives another key', () => {
  expect(hashClient('a', '203.0.113.9')).not.toBe(hashClient('b', '203.0.113.9'));
});
