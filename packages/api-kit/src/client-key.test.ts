import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashClient, readClientAddress } from './client-key.ts';

test.each([
  ['the address of the socket without a proxy', '198.51.100.1', null, 0, '198.51.100.1'],
  [
    'the address of the socket without a proxy, whatever the caller forwards',
    '198.51.100.1',
    '1.2.3.4',
    0,
    '198.51.100.1',
  ],
  ['the entry that one trusted proxy added', '10.0.0.1', '1.2.3.4, 203.0.113.9', 1, '203.0.113.9'],
  [
    'the entry that the outer one of two trusted proxies added',
    '10.0.0.1',
    '1.2.3.4, 203.0.113.9, 10.0.0.2',
    2,
    '203.0.113.9',
  ],
  [
    'the first entry where there are more trusted proxies than entries',
    '10.0.0.1',
    '203.0.113.9',
    5,
    '203.0.113.9',
  ],
  ['the address of a trusted proxy that forwards nothing', '10.0.0.1', null, 1, '10.0.0.1'],
] as const)('the client address is %s', (_case, socket, forwarded, hops, expected) => {
  expect(readClientAddress(socket, forwarded, hops)).toBe(expected);
});

test('a caller cannot choose its client address by what it writes into the header', () => {
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
  ['::ffff:cb00:7109', '203.0.113.9', true],
  ['0:0:0:0:0:FFFF:cb00:7109', '203.0.113.9', true],
  ['::ffff:102:304', '1.2.3.4', true],
  ['::ffff:102:304', '::ffff:102:305', false],
  ['[::ffff:203.0.113.9]:52011', '203.0.113.9', true],
  ['::203.0.113.9', '::cb00:7109', true],
  ['203.0.113.9', '203.0.113.10', false],
  ['203.0.113.9:52011', '203.0.113.9:52012', true],
  ['203.0.113.9:52011', '203.0.113.9', true],
  ['[2001:db8:1:2::1]:52011', '2001:db8:1:2::1', true],
  ['[2001:db8:1:2::1]', '2001:db8:1:2::1', true],
  ['[2001:db8:1:2::1]:52011', '[2001:db8:1:3::1]:52011', false],
] as const)('whether %s and %s are counted as one caller: %s', (one, other, isSame) => {
  expect(hashClient('salt', one) === hashClient('salt', other)).toBe(isSame);
});

test('hashClient gives another key for another salt', () => {
  expect(hashClient('a', '203.0.113.9')).not.toBe(hashClient('b', '203.0.113.9'));
});
