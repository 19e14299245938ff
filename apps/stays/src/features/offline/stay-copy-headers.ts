import { createHash } from 'node:crypto';
import type { GuestSession } from '@gudbro/auth';

/**
 * Tells the service worker (public/sw.js) that this page may be kept for a dead line: for which session, so that
 * another one's copy goes, and until when. The key is a hash of what the token names, and opens nothing.
 */
export function stayCopyHeaders({ tokenId, expiresAt, ...session }: GuestSession): Record<string, string> {
  const subject = tokenId ?? JSON.stringify([session, expiresAt]);
  return {
    'X-Stay-Key': createHash('sha256').update(subject).digest('base64url').slice(0, 22),
    'X-Stay-Until': expiresAt.toISOString(),
  };
}
