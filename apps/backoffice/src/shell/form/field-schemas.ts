import { ApiError } from '@gudbro/api-kit';
import { z } from 'zod';

// Schemas of single fields as a form sends them. Their messages are keys of `FieldErrors`.

/** A line of text that must not be empty. */
export const requiredText = (maxLength: number) =>
  z.string().trim().min(1, 'required').max(maxLength, 'too_long');

/** A browser sends each line break of a text as two characters. */
export const optionalText = (maxLength: number) =>
  z
    .string()
    .trim()
    .transform((text) => text.replaceAll('\r\n', '\n'))
    .pipe(z.string().max(maxLength, 'too_long'));

/** Text, or null where nothing was typed. */
export const textOrNull = (maxLength: number) =>
  optionalText(maxLength).transform((text) => (text === '' ? null : text));

/** An address of mail, or null where nothing was typed. */
export const emailOrNull = optionalText(254)
  .pipe(z.union([z.literal(''), z.email('not_an_email')], 'not_an_email'))
  .transform((text) => (text === '' ? null : text));

/** A whole number. Other separators than digits are refused, not guessed. */
export const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,9}$/, 'not_a_number')
    .transform(Number)
    .pipe(z.int().min(min, 'too_small').max(max, 'too_large'));

/** A switch: a form leaves it out where it is off. */
export const switchField = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on');

export const idField = z.uuid();

/** The id of the row that a form changes, or null where it makes a new one. */
export const idOrNew = z.union([z.uuid(), z.literal('').transform(() => null)]);

/** The version that the form read: empty for a new row. */
export const versionField = z.string().max(60);

/** The paths of pictures, as `PictureInput` sends them: one a line. */
export const picturePaths = (max: number) =>
  z
    .string()
    .transform((text) => text.split(/\r?\n/).filter((path) => path !== ''))
    .pipe(
      z
        .array(z.string().regex(/^(\/[A-Za-z0-9_-]+)+\.(webp|png|jpe?g|svg)$/, 'invalid'))
        .max(max, 'too_many'),
    );

/** A time such as 18:30, or null where nothing was typed. */
export const timeOrNull = z.union([
  z.literal('').transform(() => null),
  z.string().regex(/^([01]\d|2[0-3]):[0-5]\d(:00)?$/, 'not_a_time'),
]);

/** A day such as 2026-11-27, or null where nothing was typed. */
export const dayOrNull = z.union([z.literal('').transform(() => null), z.iso.date('not_a_day')]);

/** The id in an address. Throws `not_found` for anything else. */
export function requireId(value: string): string {
  const id = idField.safeParse(value);
  if (!id.success) {
    throw new ApiError('not_found');
  }
  return id.data;
}
