import type { NetworkInterfaceInfo } from 'node:os';
import { expect, test } from 'vitest';
import { findLanAddress, findPublicHost } from './find-lan-address.ts';

const entry = (address: string, family: 'IPv4' | 'IPv6', internal: boolean) =>
  ({ address, family, internal, netmask: '', mac: '', cidr: null }) as NetworkInterfaceInfo; // IPv6 entries have a scope besides

test('finds the address a phone in the same WiFi can reach', () => {
  const interfaces = {
    lo: [entry('127.0.0.1', 'IPv4', true)],
    wlan0: [entry('fe80::1', 'IPv6', false), entry('192.168.1.20', 'IPv4', false)],
  };
  expect(findLanAddress(interfaces)).toBe('192.168.1.20');
  expect(findLanAddress({ lo: [entry('127.0.0.1', 'IPv4', true)] })).toBeNull();
});

test.each([
  ['0.0.0.0', '192.168.1.20', '192.168.1.20'],
  ['0.0.0.0', null, '127.0.0.1'],
  ['127.0.0.1', '192.168.1.20', '127.0.0.1'],
])('listening on %s with LAN address %s, links name %s', (host, lan, expected) => {
  expect(findPublicHost(host, lan)).toBe(expected);
});
