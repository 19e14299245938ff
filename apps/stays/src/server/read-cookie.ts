import type { PageRequest } from '@gudbro/api-kit';
import { parseCookie } from 'cookie';
import { z } from 'zod';

/** The value of a cookie. Also for requests outside of Next, where its `cookies()` is not available. */
export function readCookie({ headers }: PageRequest, name: string): string | undefined {
  return parseCookie(headers.get('cookie') ?? '')[name];
}

/** Encodes content as a cookie's value, so that it may hold any character. */
export function encodeCookieValue(content: unknown): string {
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}

/** Null if there is no cookie or its content is not ours. */
export function decodeCookieValue<T>(value: string | undefined, schema: z.ZodType<T>): T | null {
  if (!value) {
    return null;
  }
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
    .pipe(schema)
    .safeParse(Buffer.from(value, 'base64url').toString());
  return parsed.success ? parsed.data : null;
}
