import { z } from 'zod';
import { readNextPath } from '@/server/next-path';

// The fields of the forms before and around a sign-in. Each message is a key of the namespace `EntryFields`.

export const emailField = z
  .string()
  .trim()
  .min(1, 'email_missing')
  .max(254, 'email_invalid')
  .pipe(z.email('email_invalid'));

/** The password of an account that is there: any that Supabase Auth would compare. */
export const passwordField = z.string().min(1, 'password_missing').max(200, 'password_too_long');

/** A new one. Supabase Auth hashes 72 bytes of it and refuses longer ones. */
export const newPasswordField = z
  .string()
  .min(1, 'password_missing')
  .min(10, 'password_too_short')
  .refine((text) => Buffer.byteLength(text) <= 72, 'password_too_long');

/** What a person types of eight digits, with whatever is between them. */
export const codeField = z
  .string()
  .transform((text) => text.replaceAll(/[\s-]/g, ''))
  .pipe(
    z
      .string()
      .min(1, 'code_missing')
      .regex(/^\d{6,10}$/, 'code_invalid'),
  );

export const nameField = z.string().trim().min(1, 'name_missing').max(120, 'name_too_long');

/** The token of a mail's link, in a hidden field. */
export const tokenField = z.string().regex(/^[\w-]{16,200}$/);

export const nextField = z.string().transform(readNextPath);

/**
 * What a page with a mailed code sends: the code that was typed and its address, or the token of the link. A union of the two
 * would name no field in its errors.
 */
export function proofSchema<More extends z.ZodRawShape>(more: More) {
  const byToken = z.strictObject({ token: tokenField, next: nextField, ...more });
  const byCode = z.strictObject({ email: emailField, code: codeField, next: nextField, ...more });
  return z.record(z.string(), z.unknown()).transform((values, context) => {
    const parsed = 'token' in values ? byToken.safeParse(values) : byCode.safeParse(values);
    if (parsed.success) {
      return parsed.data;
    }
    for (const { path, message } of parsed.error.issues) {
      context.addIssue({ code: 'custom', path, message });
    }
    return z.NEVER;
  });
}
