import { errorBodySchema, type PageRequest } from '@gudbro/api-kit';
import { z } from 'zod';
import { formatCookie } from '../format-cookie';
import { decodeCookieValue, encodeCookieValue, readCookie } from '../read-cookie';

/** The errors for which an entry form has a message. */
const entryErrors = ['verification_failed', 'rate_limited', 'invalid_request', 'unavailable'] as const;

/** The last attempt on an entry form, for the page that the form leads back to. */
const entryAttemptSchema = z.object({
  /** What was typed, so that the field can show it again. Empty for a PIN. */
  typed: z.string(),
  /** `invalid_request` means that nothing was typed. */
  error: errorBodySchema(entryErrors),
});

export type EntryAttempt = z.infer<typeof entryAttemptSchema>;

export const entryCookieName = 'gudbro_entry';

// Long enough for the next page to load on a slow connection.
const lifetimeSeconds = 120;

/**
 * Without script, the page that a form leads back to has to show its error. What was typed may be a guest's name, so it
 * goes in a cookie for two minutes and not in the address, which ends up in browser histories and logs.
 */
export function formatEntryCookie(path: string, attempt: EntryAttempt | null, isSecure: boolean): string {
  const value = attempt === null ? '' : encodeCookieValue(attempt);
  const maxAgeSeconds = attempt === null ? 0 : lifetimeSeconds;
  return formatCookie({ name: entryCookieName, value, path, maxAgeSeconds, isSecure });
}

/** Reads the cookie from a request outside of Next, where `cookies()` is not available. */
export function readEntryAttempt(request: PageRequest): EntryAttempt | null {
  return readEntryCookie(readCookie(request, entryCookieName));
}

/** Null if there is no cookie or its content is not ours. */
export function readEntryCookie(value: string | undefined): EntryAttempt | null {
  return decodeCookieValue(value, entryAttemptSchema);
}
