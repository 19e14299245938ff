import type { BrowseSession } from '@gudbro/auth';
import { expect, test } from 'vitest';
import { stayCopyHeaders } from './stay-copy-headers';

const session: BrowseSession = {
  accessTier: 'browse',
  propertyId: 'p',
  roomId: 'r',
  roomCode: 'RM-SUNSET22',
  tokenId: 'token-1',
  issuedAt: null,
  expiresAt: new Date('2026-11-28T12:00:00Z'),
  isLegacy: false,
};
const keyOf = (changes: Partial<BrowseSession>) => stayCopyHeaders({ ...session, ...changes })['X-Stay-Key'];

test('the offline copy’s key is the same for one session and different for another, with or without a token id', () => {
  expect(keyOf({})).toBe(keyOf({}));
  expect(keyOf({ tokenId: 'token-2' })).not.toBe(keyOf({}));
  expect(keyOf({ tokenId: null })).not.toBe(keyOf({ tokenId: null, roomId: 'other' }));
});

test('the offline copy’s key is a hash of fixed length, and the copy expires with the session', () => {
  expect(keyOf({})).toMatch(/^[\w-]{22}$/);
  expect(stayCopyHeaders(session)['X-Stay-Until']).toBe('2026-11-28T12:00:00.000Z');
});
