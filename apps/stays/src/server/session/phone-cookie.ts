import { createHash, randomBytes } from 'node:crypto';
import type { PageRequest } from '@gudbro/api-kit';
import { formatCookie, maxAgeAfterSession } from '../format-cookie';
import { readCookie } from '../read-cookie';
import { describeUserAgent } from './describe-user-agent';

/** The browser of a request, as it proves a stay. API clients that send no cookie are a new one each time. */
export type Phone = {
  /** In the phone's cookie and nowhere else. */
  secret: string;
  /** What the database stores of it. */
  keyHash: string;
  /** Device and browser, such as "iPhone, Safari". Empty where they are not known. */
  label: string;
};

const secretForm = /^[\w-]{43}$/;

// With the prefix __Host-, browsers reject a cookie that another host of the domain sets.
const nameOf = (isSecure: boolean) => `${isSecure ? '__Host-' : ''}gudbro_phone`;

/** Reads the phone's cookie, or draws a secret for a phone that has none. */
export function readPhone(request: PageRequest, isSecure: boolean): Phone {
  const known = readCookie(request, nameOf(isSecure));
  const secret = known && secretForm.test(known) ? known : randomBytes(32).toString('base64url');
  return {
    secret,
    keyHash: createHash('sha256').update(secret).digest('hex'),
    label: describeUserAgent(request.headers.get('user-agent') ?? ''),
  };
}

export function formatPhoneCookie(
  { secret }: Phone,
  sessionExpiresAt: Date,
  isSecure: boolean,
  now = new Date(),
): string {
  const maxAgeSeconds = maxAgeAfterSession(sessionExpiresAt, now);
  return formatCookie({ name: nameOf(isSecure), value: secret, maxAgeSeconds, isSecure });
}

export function formatClearedPhoneCookie(isSecure: boolean): string {
  return formatCookie({ name: nameOf(isSecure), value: '', maxAgeSeconds: 0, isSecure });
}
