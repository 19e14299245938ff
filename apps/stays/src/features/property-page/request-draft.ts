import { errorBodySchema } from '@gudbro/api-kit';
import { z } from 'zod';
import { formatCookie } from '@/server/format-cookie';
import { namedFields, type RequestForm } from './request-form';

/** The errors that lead back to the form, which has words for them. */
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
  /** Of `invalid_request`: the fields to put right. None: it is the nights. */
  fields: z.array(z.enum(namedFields)),
  values: z.record(z.string(), z.string()),
});

/** A form that came back: what was wrong, and what was typed. */
export type RequestDraft = z.infer<typeof draftSchema>;

const cookieName = 'booking_form';
const lifetimeSeconds = 10 * 60;
const savedFields = [...namedFields, 'key'] as const;

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

/** Null where there is none, or none that makes sense. */
export function readDraft(cookies: Cookies): RequestDraft | null {
  const text = Buffer.from(cookies.get(cookieName)?.value ?? '', 'base64url').toString('utf8');
  try {
    return draftSchema.parse(JSON.parse(text));
  } catch {
    return null; // the browser's to keep, so it may hold anything
  }
}
