import { errorBodySchema } from '@gudbro/api-kit';
import { z } from 'zod';
import { formatCookie } from '@/server/format-cookie';
import { namedFields, type RequestForm } from './request-form';

/** The errors for which the form shows a message of its own. */
export const requestErrors = [
  'invalid_request',
  'conflict',
  'not_found',
  'rate_limited',
  'unavailable',
  'internal',
] as const;

const draftSchema = z.object({
  error: errorBodySchema(requestErrors),
  /** After `invalid_request`: the invalid fields. If the list is empty, the nights are invalid. */
  fields: z.array(z.enum(namedFields)),
  values: z.record(z.string(), z.string()),
});

/** A form that is shown again, with the error and the values that were typed. */
export type RequestDraft = z.infer<typeof draftSchema>;

const cookieName = 'booking_form';
const lifetimeSeconds = 10 * 60;
const savedFields = [...namedFields, 'key'] as const;

/**
 * Saves a form that has to be shown again, so that it works without script. The values go in a cookie of the page and
 * not in its address, because addresses end up in browser histories and logs.
 */
export function formatDraftCookie(
  slug: string,
  draft: Omit<RequestDraft, 'values'>,
  form: RequestForm,
  isSecure: boolean,
): string {
  const values = Object.fromEntries(savedFields.map((field) => [field, form[field].slice(0, 254)]));
  const text = Buffer.from(JSON.stringify({ ...draft, values })).toString('base64url');
  return formatCookie({
    name: cookieName,
    value: text,
    path: `/${slug}`,
    maxAgeSeconds: lifetimeSeconds,
    isSecure,
  });
}

export function clearDraftCookie(slug: string, isSecure: boolean): string {
  return formatCookie({ name: cookieName, value: '', path: `/${slug}`, maxAgeSeconds: 0, isSecure });
}

type Cookies = { get(name: string): { value: string } | undefined };

/** Null if there is no cookie or its content is invalid. */
export function readDraft(cookies: Cookies): RequestDraft | null {
  const text = Buffer.from(cookies.get(cookieName)?.value ?? '', 'base64url').toString('utf8');
  try {
    return draftSchema.parse(JSON.parse(text));
  } catch {
    return null; // a cookie comes from the browser, so it may hold anything
  }
}
