import { createHash } from 'node:crypto';
import type { GuestSession } from '@gudbro/auth';

/**
 * Tells the service worker (public/sw.js) that it may save this page for offline use: for which session, so that the
 * copy of another session is deleted, and until when. The key is a hash, so it gives no access.
 */
export function stayCopyHeaders({ tokenId, expiresAt, ...session }: GuestSession): Record<string, string> {
  const subject = tokenId ?? JSON.stringify([session, expiresAt]);
  return {
    'X-Stay-Key': createHash('sha256').update(subject).digest('base64url').slice(0, 22),
    'X-Stay-Until': expiresAt.toISOString(),
  };
}
