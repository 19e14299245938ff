import { z } from 'zod';
import { namedFields, type RequestForm } from './request-form';

export const requestProblems = ['fields', 'taken', 'tooOften', 'unavailable'] as const;

const draftSchema = z.object({
  problem: z.enum(requestProblems),
  fields: z.array(z.enum(namedFields)),
  retryAfterSeconds: z.int().nullable(),
  values: z.record(z.string(), z.string()),
});

/** A form that came back: what was wrong, and what was typed. */
export type RequestDraft = z.infer<typeof draftSchema>;

const cookieName = 'booking_form';
const keptSeconds = 10 * 60;
const keptFields = [...namedFields, 'key'] as const;

/**
 * The way back to the form, without script: what was typed waits in a cookie of this page, out of the address, which
 * ends up in histories and logs.
 */
export function formatDraftCookie(
  slug: string,
  draft: Omit<RequestDraft, 'values'>,
  form: RequestForm,
  isSecure: boolean,
): string {
  const values = Object.fromEntries(keptFields.map((field) => [field, form[field].slice(0, 254)]));
  const text = Buffer.from(JSON.stringify({ ...draft, values })).toString('base64url');
  return formatCookie(slug, text, keptSeconds, isSecure);
}

export function clearDraftCookie(slug: string, isSecure: boolean): string {
  return formatCookie(slug, '', 0, isSecure);
}

function formatCookie(slug: string, value: string, maxAgeSeconds: number, isSecure: boolean): string {
  const secure = isSecure ? '; Secure' : '';
  return `${cookieName}=${value}; Path=/${slug}; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`;
}

type Cookies = { get(name: string): { value: string } | undefined };

/** Null where there is none, or none that makes sense. */
export function readDraft(cookies: Cookies): RequestDraft | null {
  const text = Buffer.from(cookies.get(cookieName)?.value ?? '', 'base64url').toString('utf8');
  try {
    return draftSchema.parse(JSON.parse(text));
  } catch {
    return null; // the browser's to keep, so it may hold anything
  }
}
