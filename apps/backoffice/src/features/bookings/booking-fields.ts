import { z } from 'zod';
import { optionalText } from '@/shell/form/field-schemas';

// Fields of the forms of bookings. Their messages are keys of `FieldErrors`.

/** A bed as the value of a choice: the id of its room and its name, which a private room's has not. */
export const bedField = z
  .string('choose_a_room')
  .max(300)
  .regex(/^[0-9a-f-]{36}\//, 'choose_a_room')
  .transform((value) => ({ roomId: value.slice(0, 36), bed: value.slice(37) }))
  .pipe(z.object({ roomId: z.uuid('choose_a_room'), bed: z.string() }));

/** Several beds: the browser sends one value for each box that is ticked. */
export const severalBedsField = z.preprocess(
  (sent) => (Array.isArray(sent) ? sent : sent === undefined ? [] : [sent]),
  z.array(bedField).min(2, 'choose_two_rooms').max(50, 'too_many'),
);

/** A day such as 2026-11-27, from the years that the database has for certain. */
export const dayField = z.iso.date('not_a_day').regex(/^[12]/, 'not_a_day');

export const phoneOrNull = optionalText(40)
  .pipe(z.string().regex(/^(\+?[0-9][0-9 ()./-]{1,30})?$/, 'not_a_phone'))
  .transform((text) => (text === '' ? null : text));
