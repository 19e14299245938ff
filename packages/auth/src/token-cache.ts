import { base64url } from 'jose';
import type { VerifiedToken } from './verify-guest-token.ts';

/** Verified tokens by the hash of their text, so that a dump of the process holds no usable token. */
export type TokenCache = {
  get(hash: string, now: Date): VerifiedToken | undefined;
  set(hash: string, token: VerifiedToken, now: Date): void;
};

type Entry = { token: VerifiedToken; fromMs: number; untilMs: number };

/** A bounded cache that removes the least recently used entry first. No entry outlives its token or `maxAgeSeconds`. */
export function createTokenCache(bounds: { maxEntries: number; maxAgeSeconds: number }): TokenCache {
  // A Map keeps the order of insertion: the first key is the one not used for longest.
  const entries = new Map<string, Entry>();
  return {
    get(hash, now) {
      const entry = entries.get(hash);
      if (!entry) return undefined;
      entries.delete(hash);
      // Removed too when the clock was set back: then it is unknown whether the token is valid yet.
      const isLive = entry.fromMs <= now.getTime() && now.getTime() < entry.untilMs;
      if (!isLive) return undefined;
      entries.set(hash, entry);
      return entry.token;
    },
    set(hash, token, now) {
      const untilMs = Math.min(endOf(token), now.getTime() + bounds.maxAgeSeconds * 1000);
      if (untilMs <= now.getTime()) return;
      entries.delete(hash);
      entries.set(hash, { token, fromMs: now.getTime(), untilMs });
      if (entries.size > bounds.maxEntries) removeOldest(entries);
    },
  };
}

function endOf(token: VerifiedToken): number {
  const { exp } = token.claims;
  return 1000 * (token.kind === 'legacy' ? Math.min(exp, token.acceptedUntilSeconds) : exp);
}

function removeOldest(entries: Map<string, Entry>): void {
  const [oldest] = entries.keys();
  if (oldest !== undefined) entries.delete(oldest);
}

/** SHA-256 of the token's text, in base64url. */
export async function hashToken(token: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  return base64url.encode(new Uint8Array(digest));
}
