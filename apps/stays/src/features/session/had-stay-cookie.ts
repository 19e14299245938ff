import { createHmac } from 'node:crypto';
import { formatCookie } from '@/server/format-cookie';

/**
 * A session's cookie goes when its time is over, and the browser with it looks like anybody's. This one stays a little
 * longer and says only that there was a session for a page: hashes of its codes, which open nothing and name nobody.
 */
const hadStayCookieName = 'gudbro_had_stay';

const keptAfterMs = 3 * 24 * 60 * 60 * 1000;

/** Written by the page itself (use-session-watch.ts), where it finds its session gone. */
const anyPage = '*';

type HadStay = { codes: readonly string[]; salt: string; expiresAt: Date; isSecure: boolean };

export function formatHadStayCookie({ codes, salt, expiresAt, isSecure }: HadStay, now = new Date()): string {
  const marks = codes.map((code) => markOf(code, salt)).join('.');
  const maxAgeSeconds = Math.max(0, Math.floor((expiresAt.getTime() + keptAfterMs - now.getTime()) / 1000));
  return formatCookie({ name: hadStayCookieName, value: marks, maxAgeSeconds, isSecure });
}

export function formatClearedHadStayCookie(isSecure: boolean): string {
  return formatCookie({ name: hadStayCookieName, value: '', maxAgeSeconds: 0, isSecure });
}

/** Whether this browser had a full session for the page of this code. */
export function readHadStay(cookies: string | null, code: string, salt: string): boolean {
  const value = new RegExp(`(?:^|;\\s*)${hadStayCookieName}=([^;]*)`).exec(cookies ?? '')?.[1] ?? '';
  return value === anyPage || value.split('.').includes(markOf(code, salt));
}

function markOf(code: string, salt: string): string {
  return createHmac('sha256', salt).update(`had-stay ${code}`).digest('base64url').slice(0, 16);
}
