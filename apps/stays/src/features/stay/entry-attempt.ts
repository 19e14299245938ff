import { errorBodySchema, type PageRequest } from '@gudbro/api-kit';
import { z } from 'zod';
import { formatCookie } from '@/server/format-cookie';

/** The errors of a try that its form has words for. */
export const entryErrors = ['verification_failed', 'rate_limited', 'invalid_request', 'unavailable'] as const;

/** How the last try on a page that asks who comes went, for the page that follows it. */
const entryAttemptSchema = z.object({
  /** What was typed, for the field to show again. Never a PIN. */
  typed: z.string(),
  /** `invalid_request`: nothing was typed. */
  error: errorBodySchema(entryErrors),
});

export type EntryAttempt = z.infer<typeof entryAttemptSchema>;

export const entryCookieName = 'gudbro_entry';

// Long enough for the next page on a slow line.
const lifetimeSeconds = 120;

/**
 * A page without script learns of its form's fate through the page it is sent to. What was typed may be a
 * person's name: it goes in a cookie that lives for two minutes, not in the address, where histories and logs keep it.
 */
export function formatEntryCookie(path: string, attempt: EntryAttempt | null, isSecure: boolean): string {
  const value = attempt === null ? '' : Buffer.from(JSON.stringify(attempt)).toString('base64url');
  const maxAgeSeconds = attempt === null ? 0 : lifetimeSeconds;
  return formatCookie({ name: entryCookieName, value, path, maxAgeSeconds, isSecure });
}

/** The same of a request that Next has not read. */
export function readEntryOf({ headers }: PageRequest): EntryAttempt | null {
  const cookies = headers.get('cookie') ?? '';
  return readEntryCookie(new RegExp(`(?:^|;\\s*)${entryCookieName}=([^;]*)`).exec(cookies)?.[1]);
}

/** What the cookie says, or null where it says nothing that we wrote. */
export function readEntryCookie(value: string | undefined): EntryAttempt | null {
  if (!value) {
    return null;
  }
  const text = Buffer.from(value, 'base64url').toString();
  const parsed = z
    .string()
    .transform((json, context) => {
      try {
        return JSON.parse(json) as unknown;
      } catch {
        context.addIssue('is no JSON');
        return z.NEVER;
      }
    })
    .pipe(entryAttemptSchema)
    .safeParse(text);
  return parsed.success ? parsed.data : null;
}
