import { z } from 'zod';

// Schemas of single fields as a form sends them. Their messages are keys of `FieldErrors`.

/** A line of text that must not be empty. */
export const requiredText = (maxLength: number) =>
  z.string().trim().min(1, 'required').max(maxLength, 'too_long');

export const optionalText = (maxLength: number) => z.string().trim().max(maxLength, 'too_long');

/** Text, or null where nothing was typed. */
export const textOrNull = (maxLength: number) =>
  optionalText(maxLength).transform((text) => (text === '' ? null : text));

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
